import type { Actor } from "../../foundation/context.ts";
import type { Kind } from "../kind.ts";

/** An executive asks what was kept and what was broken, and needs nobody's name for it. */
export function seesNames(actor: Actor): boolean {
  return isProgram(actor) || (actor.kind === "staff" && actor.role !== "executive");
}

/** Contact details are for those whose work needs them: managers, administrators, programs with a key, commands. */
export function seesContactDetails(actor: Actor): boolean {
  return isProgram(actor) || (actor.kind === "staff" && (actor.role === "manager" || actor.role === "administrator"));
}

/** A visitor has not said who they are, so nothing is shown to them. */
function isProgram({ kind }: Actor): boolean {
  return kind === "key" || kind === "system";
}

const contactKinds: ReadonlySet<Kind> = new Set(["email", "phone", "card"]);
const contactFacts = new Set([
  "email",
  "phone",
  "card",
  "address",
  "street",
  "street2",
  "streetNumber",
  "postcode",
  "nationalId",
  "birthDate",
]);

export function isContactKind(kind: Kind): boolean {
  return contactKinds.has(kind);
}

export function isContactFact(fact: string): boolean {
  return contactFacts.has(fact);
}

/** Enough to recognise one's own, not enough to use: "a•••@example.org", "•••• 4711". */
export function masked(value: string): string {
  const at = value.lastIndexOf("@");
  if (at > 0) return `${value.slice(0, 1)}•••${value.slice(at)}`;
  return value.length > 7 ? `•••• ${value.slice(-4)}` : "••••";
}
