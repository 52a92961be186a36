import type { Context } from "../foundation/context.ts";
import { sql } from "../foundation/database/sql.ts";
import { readNames } from "./graph.ts";
import { strength } from "./kind.ts";
import { isShared, sharing } from "./shared-value.ts";

const seenTogether = 1;

/**
 * Which of these values cross the sharing limit, either way: they, and everyone they had to do with, are derived again.
 * Evidence that is only added leaves a shared value shared, so its thousands of neighbours are not read.
 */
export async function recountSharing(
  ctx: Context,
  ids: readonly string[],
  takenBack: boolean,
): Promise<readonly string[]> {
  const stored = await ctx.db.many<{ id: string; shared: boolean }>(sql`
    select id, shared from identities where id = any(${ids}::uuid[])`);
  const open = stored.filter((row) => takenBack || !row.shared);
  const shared = await sharedAmong(
    ctx,
    open.map((row) => row.id),
  );
  const crossed = open.filter((row) => row.shared !== shared.has(row.id)).map((row) => row.id);
  if (crossed.length === 0) return [];
  await ctx.db.run(sql`update identities set shared = not shared where id = any(${crossed}::uuid[])`);
  return crossed;
}

/** The identities seen together with these, over standing evidence. */
function neighboursOf(ctx: Context, ids: readonly string[]): Promise<{ a: string; b: string }[]> {
  return ctx.db.many<{ a: string; b: string }>(sql`
    select a, b from evidence where a = any(${ids}::uuid[]) and sort = ${seenTogether}`);
}

async function sharedAmong(ctx: Context, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const [accounts, names] = await Promise.all([accountsSeenWith(ctx, ids), namesSeenWith(ctx, ids)]);
  return new Set(ids.filter((id) => isShared({ accounts: accounts.get(id) ?? [], names: names.get(id) ?? 0 })));
}

async function accountsSeenWith(ctx: Context, ids: readonly string[]): Promise<Map<string, number[]>> {
  const rows = await ctx.db.many<{ a: string; n: number }>(sql`
    select a, count(*)::int as n from evidence
    where a = any(${ids}::uuid[]) and sort = ${seenTogether} and b_kind in (${strength("user id")}, ${strength("loyalty")})
    group by a, b_kind, b_scope`);
  const counts = new Map<string, number[]>();
  for (const { a, n } of rows) counts.set(a, [...(counts.get(a) ?? []), n]);
  return counts;
}

/** How many different names a value was seen with: its own and those of everyone seen with it. */
async function namesSeenWith(ctx: Context, ids: readonly string[]): Promise<Map<string, number>> {
  const near = await neighboursOf(ctx, ids);
  const names = await readNames(ctx, [...new Set([...ids, ...near.map((row) => row.b)])]);
  const seen = new Map(ids.map((id) => [id, new Set(names.get(id)?.names)]));
  for (const { a, b } of near) for (const name of names.get(b)?.names ?? []) seen.get(a)!.add(name);
  return new Map([...seen].map(([id, set]) => [id, set.size]));
}

/** Whose sharing may change because these identities learned or lost a name: their own, and their neighbours'. */
export async function namedNeighbourhood(ctx: Context, ids: readonly string[], takenBack: boolean): Promise<string[]> {
  if (ids.length === 0) return [];
  const names = await readNames(ctx, ids);
  // One more name on an identity that already has more than the limit crosses nothing at its neighbours.
  const counting = ids.filter((id) => takenBack || (names.get(id)?.names.length ?? 0) <= sharing.names + 1);
  return [...ids, ...(await neighboursOf(ctx, counting)).map((row) => row.b)];
}
