import type { Context } from "../foundation/context.ts";
import { idArray, textArray, timeArray } from "../foundation/database/arrays.ts";
import { sql } from "../foundation/database/sql.ts";
import { freshnessOf, freshUntil } from "./facts/index.ts";
import { strength } from "./kind.ts";
import { normalising } from "./normalise/index.ts";
import { countedScope, type FoldedFact, type Said, type Seen, type Shown } from "./revision.ts";

const nobody = "00000000-0000-0000-0000-000000000000";

/**
 * A new identity starts as a customer of its own. Answers with those that another writer added since this transaction
 * looked: they may have joined somebody meanwhile.
 */
export async function addIdentities(ctx: Context, sorted: readonly Shown[]): Promise<readonly Shown[]> {
  if (sorted.length === 0) return [];
  const rows = await ctx.db.many<{ id: string }>(sql`
    insert into identities (id, kind, scope, value, normalising, first_seen, customer_id, members)
    select id, kind, scope, value, ${normalising}, first_seen, id, array[id]
    from unnest(
      ${idArray(sorted.map((one) => one.identity.id))}::uuid[],
      ${idArray(sorted.map((one) => String(strength(one.identity.kind))))}::smallint[],
      ${textArray(sorted.map((one) => one.identity.scope))}::text[],
      ${textArray(sorted.map((one) => one.identity.value))}::text[],
      ${timeArray(sorted.map((one) => one.at))}::timestamptz[]
    ) as shown (id, kind, scope, value, first_seen)
    on conflict (id) do nothing
    returning id`);
  if (rows.length === sorted.length) return [];
  const added = new Set(rows.map(({ id }) => id));
  return sorted.filter(({ identity }) => !added.has(identity.id));
}

export async function moveFirstSeen(ctx: Context, earlier: readonly Shown[]): Promise<void> {
  if (earlier.length === 0) return;
  await ctx.db.run(sql`
    update identities set first_seen = least(identities.first_seen, shown.at)
    from unnest(
      ${earlier.map((one) => one.identity.id)}::uuid[],
      ${earlier.map((one) => new Date(one.at))}::timestamptz[]
    ) as shown (id, at)
    where identities.id = shown.id`);
}

/** Every piece of evidence stands twice, once from each end. */
export async function saveSeen(ctx: Context, seen: readonly Seen[]): Promise<void> {
  if (seen.length === 0) return;
  const rows = seen.flatMap((one) => [one, { ...one, a: one.b, b: one.a }]);
  const sorted = rows.sort((x, y) => (x.a.id + x.b.id < y.a.id + y.b.id ? -1 : 1));
  await ctx.db.run(sql`
    insert into evidence (a, b, sort, said_id, b_kind, b_scope, at)
    select a, b, 1, ${nobody}, b_kind, b_scope, at
    from unnest(
      ${idArray(sorted.map((one) => one.a.id))}::uuid[],
      ${idArray(sorted.map((one) => one.b.id))}::uuid[],
      ${sorted.map((one) => strength(one.b.kind))}::smallint[],
      ${sorted.map((one) => countedScope(one.b))}::text[],
      ${timeArray(sorted.map((one) => one.at))}::timestamptz[]
    ) as seen (a, b, b_kind, b_scope, at)
    on conflict (a, b, sort, said_id) do update set at = least(evidence.at, excluded.at)`);
}

/** A saying that was revoked before it arrived is kept, and holds nothing. */
export async function saveSaid(ctx: Context, said: readonly Said[]): Promise<void> {
  if (said.length === 0) return;
  const revoked = await revokedAmong(
    ctx,
    said.map((one) => one.saying),
  );
  const rows = said.flatMap((one) => [one, { ...one, a: one.b, b: one.a }]);
  const sorted = rows.sort((x, y) => (x.a + x.b + x.saying < y.a + y.b + y.saying ? -1 : 1));
  await ctx.db.run(sql`
    insert into evidence (a, b, sort, said_id, at, same, revoked, shows)
    select a, b, 0, said_id, at, same, revoked, shows
    from unnest(
      ${sorted.map((one) => one.a)}::uuid[],
      ${sorted.map((one) => one.b)}::uuid[],
      ${sorted.map((one) => one.saying)}::uuid[],
      ${timeArray(sorted.map((one) => one.at))}::timestamptz[],
      ${sorted.map((one) => one.same)}::boolean[],
      ${sorted.map((one) => revoked.has(one.saying))}::boolean[],
      ${sorted.map((one) => one.shows)}::boolean[]
    ) as said (a, b, said_id, at, same, revoked, shows)
    on conflict (a, b, sort, said_id) do nothing`);
}

async function revokedAmong(ctx: Context, sayings: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await ctx.db.many<{ saying_id: string }>(sql`
    select saying_id from revocations where saying_id = any(${sayings}::uuid[])`);
  return new Set(rows.map((row) => row.saying_id));
}

export async function saveFacts(ctx: Context, facts: readonly FoldedFact[]): Promise<void> {
  if (facts.length === 0) return;
  await ctx.db.run(sql`
    insert into facts (identity_id, id, name, value, source, scope, first_observed_at, observed_at, fresh_until)
    select * from unnest(
      ${idArray(facts.map((fact) => fact.identity))}::uuid[],
      ${idArray(facts.map((fact) => fact.id))}::uuid[],
      ${textArray(facts.map((fact) => fact.name))}::text[],
      ${textArray(facts.map((fact) => fact.value))}::text[],
      ${textArray(facts.map((fact) => fact.source))}::text[],
      ${textArray(facts.map((fact) => freshnessOf(fact.name).scope))}::text[],
      ${timeArray(facts.map((fact) => fact.first))}::timestamptz[],
      ${timeArray(facts.map((fact) => fact.at))}::timestamptz[],
      ${timeArray(facts.map((fact) => freshUntil(fact.name, fact.at)))}::timestamptz[]
    )
    on conflict (identity_id, id) do update set
      first_observed_at = least(facts.first_observed_at, excluded.first_observed_at),
      observed_at = greatest(facts.observed_at, excluded.observed_at),
      fresh_until = greatest(facts.fresh_until, excluded.fresh_until)`);
}
