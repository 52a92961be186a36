import type { Db } from "../../foundation/database/database.ts";
import { sql } from "../../foundation/database/sql.ts";
import { kindOfStrength } from "../kind.ts";
import { currentFacts, nameFrom, type SourceRank, type ToldFact } from "./current-facts.ts";
import { knownBy } from "./known-by.ts";

/** A customer in a list. `knownBy` tells one without a name from the next, and is null where the name does. */
export type Person = {
  readonly customer: string;
  readonly members: readonly string[];
  readonly name: string | null;
  readonly knownBy: string | null;
};

type IdentityRow = { readonly id: string; readonly customer: string; readonly members: readonly string[] };
type FactRow = ToldFact & { readonly identity: string };

/** Who these identities are, by identity id: two statements for a whole page of a list, three where somebody has no name. */
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
  const strongest = await strongestOf(
    db,
    [...customers.keys()].filter((customer) => !names.get(customer)),
  );
  return new Map(
    rows.map(({ id, customer, members }) => {
      const name = names.get(customer) ?? null;
      return [id, { customer, members, name, knownBy: strongest.get(customer) ?? null }];
    }),
  );
}

/** A customer has the id of its strongest identity. */
async function strongestOf(db: Pick<Db, "many">, customers: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (customers.length === 0) return new Map();
  const rows = await db.many<{ id: string; kind: number; scope: string; value: string }>(sql`
    select id, kind, scope, value from identities where id = any(${customers}::uuid[])`);
  return new Map(rows.map((row) => [row.id, knownBy(row.id, { ...row, kind: kindOfStrength(row.kind) })]));
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
