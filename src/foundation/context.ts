import type { Db } from "./database/database.ts";

export type Role = "front line" | "manager" | "executive" | "administrator";

/**
 * Who acts. A write key belongs to one source; the system acts in jobs and on the command line; a visitor is at a door and
 * has not come in yet: what they may do is decided by what they bring.
 */
export type Actor =
  | {
      readonly kind: "staff";
      readonly id: string;
      readonly name: string;
      readonly role: Role;
      readonly placeId: string | null;
    }
  | {
      readonly kind: "key";
      readonly id: string;
      readonly name: string;
      readonly may: "write" | "read";
      readonly source: string | null;
    }
  | { readonly kind: "system"; readonly name: string }
  | { readonly kind: "visitor"; readonly name: string };

/** Who of the actors it is; the system and visitors are nobody in particular. */
export function actorId(actor: Actor): string {
  return actor.kind === "staff" || actor.kind === "key" ? actor.id : "";
}

/** All that a verb or a question is given. Time is never fetched inside the domain. */
export type Context = { readonly actor: Actor; readonly db: Db; readonly now: Date };
