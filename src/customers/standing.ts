import type { Context } from "../foundation/context.ts";
import { sql } from "../foundation/database/sql.ts";
import { holdsFrom } from "./facts/index.ts";
import type { Stated } from "./revision.ts";

type Pair = { readonly a: string; readonly b: string };

/** When standing touches first show each pair together; null where none does any more. */
export async function standingPairs(ctx: Context, pairs: readonly Pair[]): Promise<(Pair & { at: Date | null })[]> {
  if (pairs.length === 0) return [];
  return ctx.db.many<Pair & { at: Date | null }>(sql`
    select pair.a, pair.b, min(touches.at) as at
    from unnest(${pairs.map((pair) => pair.a)}::uuid[], ${pairs.map((pair) => pair.b)}::uuid[]) as pair (a, b)
    left join touches on touches.identity_id = pair.a and pair.b = any(touches.others) and not touches.cancelled
    group by pair.a, pair.b
    order by pair.a, pair.b`);
}

/** When an identity was first seen, in its own touches or beside a stronger one. */
export async function standingFirstSeen(ctx: Context, ids: readonly string[]): Promise<Map<string, Date>> {
  const touches = await ctx.db.many<{ id: string; at: Date }>(sql`
    select identity_id as id, min(at) as at from touches
    where identity_id = any(${ids}::uuid[]) and not cancelled group by identity_id`);
  const evidence = await ctx.db.many<{ id: string; at: Date }>(sql`
    select a as id, min(at) as at from evidence where a = any(${ids}::uuid[]) and shows group by a`);
  const first = new Map<string, Date>();
  for (const { id, at } of [...touches, ...evidence]) if (!first.has(id) || at < first.get(id)!) first.set(id, at);
  return first;
}

/** What the standing touches of these identities state. */
export async function standingFacts(ctx: Context, ids: readonly string[]): Promise<Stated[]> {
  const rows = await ctx.db.many<StatingTouch>(sql`
    select identity_id, source, at, expected_at, facts from touches
    where identity_id = any(${ids}::uuid[]) and facts is not null and not cancelled`);
  return rows.flatMap(({ identity_id, source, at, expected_at, facts }) =>
    Object.entries(facts).map(([name, value]) => ({
      identity: identity_id,
      name,
      value,
      source,
      at: holdsFrom(name, at.getTime(), expected_at?.getTime()),
    })),
  );
}

type StatingTouch = {
  readonly identity_id: string;
  readonly source: string;
  readonly at: Date;
  readonly expected_at: Date | null;
  readonly facts: Readonly<Record<string, string>>;
};
