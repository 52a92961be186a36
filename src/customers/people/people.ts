import type { Db } from "../../foundation/database/database.ts";
import { sql } from "../../foundation/database/sql.ts";
import { currentFacts, nameFrom, type SourceRank, type ToldFact } from "./current-facts.ts";

/** A customer in a list. */
export type Person = { readonly customer: string; readonly members: readonly string[]; readonly name: string | null };

type IdentityRow = { readonly id: string; readonly customer: string; readonly members: readonly string[] };
type FactRow = ToldFact & { readonly identity: string };

/** Who these identities are, by identity id: two statements for a whole page of a list. */
export async function peopleOf(
  db: Pick<Db, "many">,
  identityIds: readonly string[],
  rank: SourceRank,
): Promise<ReadonlyMap<string, Person>> {
  const ids = [...new Set(identityIds)];
  if (ids.length === 0) return new Map();
  const rows = await db.many<IdentityRow>(sql`
    select id, customer_id as customer, members from identities where id = any(${ids}::uuid[])`);
  const customers = new Map(rows.map(({ customer, members }) => [customer, members]));
  const names = await namesOf(db, customers, rank);
  return new Map(
    rows.map(({ id, customer, members }) => [id, { customer, members, name: names.get(customer) ?? null }]),
  );
}

/** What each group of identities calls the person, by the group's key. */
export async function namesOf(
  db: Pick<Db, "many">,
  groups: ReadonlyMap<string, readonly string[]>,
  rank: SourceRank,
): Promise<ReadonlyMap<string, string | null>> {
  const facts = await db.many<FactRow>(sql`
    select identity_id as identity, id, name, value, source, scope, 1000 * date_part('epoch', first_observed_at) as since,
      1000 * date_part('epoch', observed_at) as "observedAt", 1000 * date_part('epoch', fresh_until) as "freshUntil"
    from facts
    where identity_id = any(${[...groups.values()].flat()}::uuid[]) and name in ('name', 'forename', 'surname')`);
  const byIdentity = new Map<string, FactRow[]>();
  for (const fact of facts) byIdentity.set(fact.identity, [...(byIdentity.get(fact.identity) ?? []), fact]);
  return new Map(
    [...groups].map(([key, members]) => [
      key,
      nameFrom(
        currentFacts(
          members.flatMap((member) => byIdentity.get(member) ?? []),
          rank,
        ),
      ),
    ]),
  );
}
