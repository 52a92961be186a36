import type { Context } from "../foundation/context.ts";
import { sql } from "../foundation/database/sql.ts";
import { inTransaction } from "../foundation/database/transaction.ts";
import { kindOfStrength } from "./kind.ts";
import type { Identity } from "./identity.ts";
import { lockEvidence, lockFiling } from "./locks.ts";
import { recountSharing } from "./recount.ts";
import { derive } from "./repartition.ts";
import { foldFacts, type Seen } from "./revision.ts";
import { saveFacts, saveSeen } from "./save-evidence.ts";
import { standingFacts, standingFirstSeen } from "./standing.ts";

const batch = 5_000;

/**
 * Derives all evidence and every customer from the standing touches and what was said, as if nothing had been derived
 * before. The end is bit for bit what filing kept on the way.
 */
export function rebuildCustomers(ctx: Context): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await lockFiling(ctx, true);
    await lockEvidence(ctx);
    await forget(ctx);
    await inBatches(ctx, (ids) => rebuildEvidence(ctx, ids));
    await inBatches(ctx, (ids) => rebuildIdentities(ctx, ids));
    await inBatches(ctx, (ids) => recountSharing(ctx, ids, true));
    await inBatches(ctx, (ids) => derive(ctx, ids));
  });
}

async function forget(ctx: Context): Promise<void> {
  await ctx.db.run(sql`delete from evidence where sort = 1`);
  await ctx.db.run(sql`update evidence set refusal = null where refusal is not null`);
  await ctx.db.run(sql`delete from facts`);
}

async function rebuildEvidence(ctx: Context, ids: readonly string[]): Promise<void> {
  await saveFacts(ctx, foldFacts(await standingFacts(ctx, ids)));
  const pairs = await ctx.db.many<{ a: string; b: string; at: Date }>(sql`
    select touches.identity_id as a, other as b, min(touches.at) as at
    from touches cross join unnest(touches.others) as other
    where touches.identity_id = any(${ids}::uuid[]) and not touches.cancelled
    group by touches.identity_id, other`);
  const known = await identitiesById(ctx, [...new Set(pairs.flatMap(({ a, b }) => [a, b]))]);
  await saveSeen(
    ctx,
    pairs.map(({ a, b, at }): Seen => ({ a: known.get(a)!, b: known.get(b)!, at: at.getTime() })),
  );
}

async function identitiesById(ctx: Context, ids: readonly string[]): Promise<Map<string, Identity>> {
  const rows = await ctx.db.many<{ id: string; kind: number; scope: string; value: string }>(sql`
    select id, kind, scope, value from identities where id = any(${ids}::uuid[])`);
  return new Map(rows.map((row) => [row.id, { ...row, kind: kindOfStrength(row.kind) }]));
}

async function rebuildIdentities(ctx: Context, ids: readonly string[]): Promise<void> {
  const first = await standingFirstSeen(ctx, ids);
  await ctx.db.run(sql`
    update identities set first_seen = still.at, shared = false, customer_id = identities.id, members = array[identities.id]
    from unnest(${[...first.keys()]}::uuid[], ${[...first.values()]}::timestamptz[]) as still (id, at)
    where identities.id = still.id`);
}

async function inBatches(ctx: Context, work: (ids: readonly string[]) => Promise<unknown>): Promise<void> {
  for (let after = "00000000-0000-0000-0000-000000000000"; ;) {
    const rows = await ctx.db.many<{ id: string }>(sql`
      select id from identities where id > ${after} order by id limit ${batch}`);
    if (rows.length === 0) return;
    await work(rows.map((row) => row.id));
    after = rows.at(-1)!.id;
  }
}
