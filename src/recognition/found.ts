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
  return db.many<FoundIdentity>(sql`
    select id, kind, value, shared, customer_id as customer, members::text as members
    from identities
    where id = any(${ids}::uuid[])`);
}

/** Evidence that did not join: `other` was seen with one of these identities, and is somebody else. */
export type Apart = {
  readonly id: string;
  readonly other: string;
  readonly because: "limit" | "apart" | "names" | "births" | "shared";
};

/** Others seen with these identities; `everybody` also where the value is shared by so many that it joins nobody. */
export function seenApart(db: Reader, ids: string | readonly string[], everybody: boolean): Promise<Apart[]> {
  return db.many<Apart>(sql`
    select distinct a as id, b as other, coalesce(refusal ->> 'because', 'shared') as because
    from evidence
    where a = any(${ids}::uuid[]) and sort = 1 and (refusal is not null or ${everybody}::boolean)
    order by id, other, because
    limit 200`);
}
