import type { Context } from "../foundation/context.ts";
import { sql } from "../foundation/database/sql.ts";
import { inTransaction } from "../foundation/database/transaction.ts";
import type { Foreseen, Merge } from "./contract.ts";
import { kindOfStrength } from "./kind.ts";
import { mergeCustomers } from "./merge.ts";
import { identifierInWords, namesOf, readSourceRank } from "./people/index.ts";

type Known = { id: string; kind: number; scope: string; value: string; customer: string; members: readonly string[] };

/**
 * What would follow from saying this: joining two may push a third value out, and parting two may let one in that was
 * refused so far. It is said and taken back in one transaction, so that the answer is what would happen and no guess at it.
 */
export async function foreseeMerge(ctx: Context, merge: Merge): Promise<Foreseen> {
  const rehearsed = await rehearse(ctx, merge);
  const now = new Map(
    (
      await known(
        ctx,
        rehearsed.map(({ id }) => id),
      )
    ).map(({ id, customer }) => [id, customer]),
  );
  const groups = new Map<string, Known[]>();
  for (const one of rehearsed) groups.set(one.customer, [...(groups.get(one.customer) ?? []), one]);
  const members = new Map([...groups].map(([customer, ones]) => [customer, ones.map(({ id }) => id)]));
  const names = await namesOf(ctx.db, members, await readSourceRank(ctx.db));
  return {
    customers: [...groups].map(([customer, ones]) => ({
      customer,
      name: names.get(customer) ?? null,
      identifiers: ones.map((one) => ({
        says: identifierInWords({ ...one, kind: kindOfStrength(one.kind) }),
        now: now.get(one.id) ?? one.id,
      })),
    })),
  };
}

class TakenBack extends Error {}

/** Everybody whom it would concern, as they would be. */
async function rehearse(ctx: Context, merge: Merge): Promise<readonly Known[]> {
  let after: readonly Known[] = [];
  await inTransaction(ctx, async (ctx) => {
    const before = await known(ctx, merge.customers);
    const { moved } = await mergeCustomers(ctx, merge);
    const concerned = await known(ctx, [...before.flatMap(({ members }) => members), ...moved]);
    after = await known(
      ctx,
      concerned.flatMap(({ members }) => members),
    );
    throw new TakenBack();
  }).catch((error: unknown) => {
    if (!(error instanceof TakenBack)) throw error;
  });
  return after;
}

function known(ctx: Context, ids: readonly string[]): Promise<Known[]> {
  return ctx.db.many<Known>(sql`
    select id, kind, scope, value, customer_id as customer, members
    from identities
    where id = any(${[...new Set(ids)]}::uuid[])
    order by kind, id`);
}
