import type { Context } from "../foundation/context.ts";
import { idArray } from "../foundation/database/arrays.ts";
import { sql } from "../foundation/database/sql.ts";
import { pairKey, type FoldedFact, type Seen, type Shown } from "./revision.ts";

/** When identities that are known already were first seen, by id. */
export async function knownIdentities(ctx: Context, shown: readonly Shown[]): Promise<Map<string, number>> {
  const rows = await ctx.db.many<{ id: string; first_seen: Date }>(sql`
    select id, first_seen from identities where id = any(${idArray(shown.map((one) => one.identity.id))}::uuid[])`);
  return new Map(rows.map((row) => [row.id, row.first_seen.getTime()]));
}

/** When pairs were first seen together, by pairKey. */
export async function knownPairs(ctx: Context, seen: readonly Seen[]): Promise<Map<string, number>> {
  if (seen.length === 0) return new Map();
  const rows = await ctx.db.many<{ a: string; b: string; at: Date }>(sql`
    select a, b, at from evidence
    join unnest(${idArray(seen.map((one) => one.a.id))}::uuid[], ${idArray(seen.map((one) => one.b.id))}::uuid[]) as pair (a, b) using (a, b)
    where sort = 1`);
  return new Map(rows.map((row) => [pairKey(row.a, row.b), row.at.getTime()]));
}

/** From when to when facts were stated so far, by identity and fact. */
export async function knownFacts(
  ctx: Context,
  facts: readonly FoldedFact[],
): Promise<Map<string, { first: number; at: number }>> {
  if (facts.length === 0) return new Map();
  const rows = await ctx.db.many<{ identity_id: string; id: string; first: Date; at: Date }>(sql`
    select identity_id, id, first_observed_at as first, observed_at as at from facts
    join unnest(${idArray(facts.map((fact) => fact.identity))}::uuid[], ${idArray(facts.map((fact) => fact.id))}::uuid[])
      as stated (identity_id, id) using (identity_id, id)`);
  return new Map(
    rows.map((row) => [pairKey(row.identity_id, row.id), { first: row.first.getTime(), at: row.at.getTime() }]),
  );
}

/** Which of these identities somebody has said something about. */
export async function spokenOf(ctx: Context, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await ctx.db.many<{ a: string }>(sql`
    select distinct a from evidence where a = any(${idArray(ids)}::uuid[]) and sort = 0`);
  return rows.map((row) => row.a);
}
