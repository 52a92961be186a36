import type { Db } from "../../foundation/database/database.ts";
import { sql } from "../../foundation/database/sql.ts";
import { kindOfStrength } from "../kind.ts";
import { detailFacts, type ToldDetail } from "./held-details.ts";
import type { ToldName } from "./held-names.ts";
import type { Known } from "./name-index.ts";

/** What one transaction changed. */
export type Change = { readonly id: number; readonly transaction: string; readonly identities: readonly string[] };

/** Transactions from this one on may still be running; all before it are over and seen. */
export async function runningFrom(db: Db): Promise<string> {
  const { transaction } = await db.one<{ transaction: string }>(
    sql`select pg_snapshot_xmin(pg_current_snapshot())::text as transaction`,
  );
  return transaction;
}

export const mostChanges = 100;

/**
 * Changes by transactions from `since` on, without those already done, and where to go on from. One statement, so that
 * both are of one moment: what it does not show is of a transaction that is then still running.
 */
export async function changesSince(
  db: Db,
  since: string,
  done: readonly number[],
): Promise<{ readonly running: string; readonly changes: readonly Change[] }> {
  const rows = await db.many<{ running: string } & Partial<Change>>(sql`
    select pg_snapshot_xmin(pg_current_snapshot())::text as running, id, transaction::text as transaction, identities
    from (select 1) as always
    left join changes on transaction >= ${since}::xid8 and id <> all(${done}::bigint[])
    order by id
    limit ${mostChanges}`);
  return { running: rows[0]!.running, changes: rows.filter((row) => row.id !== null) as unknown as Change[] };
}

/** These identities as they are now; those that are missing are gone. */
export async function identitiesNow(db: Db, ids: readonly string[]): Promise<Known[]> {
  const [identities, facts] = await Promise.all([readIdentities(db, ids), readFacts(db, ids)]);
  const factsOf = new Map<string, Fact[]>(ids.map((id) => [id, []]));
  for (const fact of facts) factsOf.get(fact.identity)!.push(fact);
  return identities.map(({ id, customer, kind, value }) => {
    const told = kindOfStrength(kind) === "contact" ? [] : factsOf.get(id)!;
    return { id, customer, kind: kindOfStrength(kind), value, names: namesIn(told), details: detailsIn(told) };
  });
}

function readIdentities(db: Db, ids: readonly string[]) {
  return db.many<{ id: string; customer: string; kind: number; value: string }>(sql`
    select id, customer_id as customer, kind, value from identities where id = any(${ids}::uuid[])`);
}

type Fact = { readonly identity: string; readonly name: string; readonly text: string; readonly seen: number };

function readFacts(db: Db, ids: readonly string[]) {
  return db.many<Fact>(sql`
    select identity_id as identity, name, value as text, floor(extract(epoch from observed_at))::float8 as seen
    from facts
    where identity_id = any(${ids}::uuid[]) and name = any(${["name", ...detailFacts.keys()]}::text[])`);
}

function namesIn(facts: readonly Fact[]): ToldName[] {
  return facts.filter(({ name }) => name === "name").map(({ text, seen }) => ({ text, seen }));
}

function detailsIn(facts: readonly Fact[]): ToldDetail[] {
  return facts.flatMap(({ name, text, seen }) => {
    const kind = detailFacts.get(name);
    return kind === undefined ? [] : [{ kind, text, seen }];
  });
}
