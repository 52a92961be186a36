import type { Reader } from "../foundation/database/pipelined.ts";
import { sql } from "../foundation/database/sql.ts";

/** An identity that is known. `members` is the array as the database writes it: it goes back as it came. */
export type FoundIdentity = {
  readonly id: string;
  readonly kind: number;
  readonly value: string;
  readonly shared: boolean;
  readonly customer: string;
  readonly members: string;
};

/** The first trip to the card. */
export function identitiesFound(db: Reader, ids: readonly string[]): Promise<FoundIdentity[]> {
  return db.many<FoundIdentity>({ text: byId.text, values: [ids] });
}

// Written once: on the way to every card.
const byId = sql`
  select id, kind, value, shared, customer_id as customer, members::text as members
  from identities
  where id = any($1::uuid[])`;

/** Evidence that did not join: `other` was seen with one of these identities, and is somebody else. */
export type Apart = {
  readonly id: string;
  readonly other: string;
  readonly because: "limit" | "apart" | "names" | "births" | "shared";
};

/** Others who were seen with these identities, and who are somebody else: households. */
export function seenApart(db: Reader, ids: string | readonly string[]): Promise<Apart[]> {
  return db.many<Apart>({ text: refused.text, values: [ids] });
}

const refused = sql`
  select distinct a as id, b as other, refusal ->> 'because' as because
  from evidence
  where a = any($1::uuid[]) and refusal is not null and sort = 1
  order by id, other, because
  limit 200`;

/** The same for a value that is shared by so many that it joins nobody: everybody who was seen with it. */
export function seenWithShared(db: Reader, ids: readonly string[]): Promise<Apart[]> {
  return db.many<Apart>(sql`
    select distinct a as id, b as other, coalesce(refusal ->> 'because', 'shared') as because
    from evidence
    where a = any(${ids}::uuid[]) and sort = 1
    order by id, other, because
    limit 200`);
}
