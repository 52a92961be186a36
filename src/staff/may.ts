import type { Actor } from "../foundation/context.ts";
import { NotAllowed } from "../foundation/errors.ts";

/** Staff, keys and the record of looks are an administrator's; the system is whoever sits at the machine. */
export function requireAdministrator(actor: Actor): void {
  if (isAdministrator(actor)) return;
  throw new NotAllowed("Only an administrator may do this. Ask one.");
}

/** Who works here is known to those who lead them. */
export function requireManager(actor: Actor): void {
  if (isAdministrator(actor) || (actor.kind === "staff" && actor.role === "manager")) return;
  throw new NotAllowed("Only a manager or an administrator may see this. Ask one.");
}

function isAdministrator(actor: Actor): boolean {
  return actor.kind === "system" || (actor.kind === "staff" && actor.role === "administrator");
}

/** Everybody notes their own shifts; those of others are noted by who leads them: a manager at their own place. */
export function mayNoteShift(actor: Actor, staffId: string, placeId: string): boolean {
  if (isAdministrator(actor)) return true;
  if (actor.kind !== "staff") return false;
  if (actor.id === staffId) return true;
  return actor.role === "manager" && (actor.placeId === null || actor.placeId === placeId);
}
