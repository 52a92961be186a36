import type { Context } from "../foundation/context.ts";
import { sql } from "../foundation/database/sql.ts";
import { lockEvidence } from "./locks.ts";
import { repartition } from "./repartition.ts";
import { foldFacts } from "./revision.ts";
import { saveFacts } from "./save-evidence.ts";
import { standingFacts, standingFirstSeen, standingPairs } from "./standing.ts";

/** What records showed that are corrected or taken back now; whether others still show it is asked of the touches. */
export type Withdrawal = {
  readonly identities: readonly string[];
  readonly pairs: readonly { readonly a: string; readonly b: string }[];
  readonly factsOf: readonly string[];
  /** What aliases said. */
  readonly said: readonly { readonly saying: string; readonly a: string; readonly b: string }[];
};

/**
 * Brings the evidence back to what the touches that stand now show: a pair, a name or an identity may be gone, and first
 * seen may move later. Filing is locked alone. Answers with the identities that the name index has to look at again.
 */
export async function withdraw(ctx: Context, what: Withdrawal): Promise<readonly string[]> {
  if (what.identities.length === 0) return [];
  await lockEvidence(ctx);
  await settlePairs(ctx, what.pairs);
  await unsay(ctx, what.said);
  await settleFacts(ctx, what.factsOf);
  const ends = [...what.pairs, ...what.said].flatMap(({ a, b }) => [a, b]);
  const touched = [...new Set([...what.identities, ...ends])].sort();
  const gone = await settleFirstSeen(ctx, touched);
  const left = await forget(ctx, gone);
  const moved = await repartition(ctx, { touched: [...touched, ...left], renamed: what.factsOf, takenBack: true });
  return [...new Set([...touched, ...moved])];
}

async function settlePairs(ctx: Context, pairs: Withdrawal["pairs"]): Promise<void> {
  const standing = await standingPairs(ctx, pairs);
  const ends = standing.flatMap(({ a, b, at }) => [
    { a, b, at },
    { a: b, b: a, at },
  ]);
  await ctx.db.run(sql`
    delete from evidence using unnest(
      ${ends.filter((end) => !end.at).map((end) => end.a)}::uuid[],
      ${ends.filter((end) => !end.at).map((end) => end.b)}::uuid[]
    ) as gone (a, b)
    where evidence.a = gone.a and evidence.b = gone.b and evidence.sort = 1`);
  await ctx.db.run(sql`
    update evidence set at = still.at from unnest(
      ${ends.filter((end) => end.at).map((end) => end.a)}::uuid[],
      ${ends.filter((end) => end.at).map((end) => end.b)}::uuid[],
      ${ends.filter((end) => end.at).map((end) => end.at)}::timestamptz[]
    ) as still (a, b, at)
    where evidence.a = still.a and evidence.b = still.b and evidence.sort = 1`);
}

async function unsay(ctx: Context, said: Withdrawal["said"]): Promise<void> {
  if (said.length === 0) return;
  const ends = said.flatMap((one) => [one, { ...one, a: one.b, b: one.a }]);
  await ctx.db.run(sql`
    delete from evidence using unnest(
      ${ends.map((one) => one.a)}::uuid[], ${ends.map((one) => one.b)}::uuid[], ${ends.map((one) => one.saying)}::uuid[]
    ) as gone (a, b, said_id)
    where evidence.a = gone.a and evidence.b = gone.b and evidence.sort = 0 and evidence.said_id = gone.said_id`);
}

async function settleFacts(ctx: Context, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const standing = foldFacts(await standingFacts(ctx, ids));
  await ctx.db.run(sql`delete from facts where identity_id = any(${ids}::uuid[])`);
  await saveFacts(ctx, standing);
}

/** Answers with the identities that nothing shows any more. */
async function settleFirstSeen(ctx: Context, ids: readonly string[]): Promise<string[]> {
  const first = await standingFirstSeen(ctx, ids);
  await ctx.db.run(sql`
    update identities set first_seen = still.at
    from unnest(${[...first.keys()]}::uuid[], ${[...first.values()]}::timestamptz[]) as still (id, at)
    where identities.id = still.id and identities.first_seen <> still.at`);
  return ids.filter((id) => !first.has(id));
}

/** Removes identities that nothing shows; answers with those that somebody had spoken of in one breath with them. */
async function forget(ctx: Context, gone: readonly string[]): Promise<string[]> {
  if (gone.length === 0) return [];
  const left = await ctx.db.many<{ b: string }>(sql`select b from evidence where a = any(${gone}::uuid[])`);
  await ctx.db.run(sql`delete from identities where id = any(${gone}::uuid[])`);
  return left.map((row) => row.b);
}
