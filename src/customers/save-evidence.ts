import type { Context } from "../foundation/context.ts";
import { sql } from "../foundation/database/sql.ts";
import { strength } from "./kind.ts";
import { normalising } from "./normalise/index.ts";
import { countedScope, pairStrength, type FoldedFact, type Seen, type Shown } from "./revision.ts";

const nobody = "00000000-0000-0000-0000-000000000000";

/** New identities start as customers of their own; a known one is moved to an earlier first sight. */
export async function saveIdentities(ctx: Context, shown: readonly Shown[]): Promise<void> {
  if (shown.length === 0) return;
  const sorted = [...shown].sort((x, y) => (x.identity.id < y.identity.id ? -1 : 1));
  await ctx.db.run(sql`
    insert into identities (id, kind, scope, value, normalising, first_seen, customer_id, members)
    select id, kind, scope, value, ${normalising}, first_seen, id, array[id]
    from unnest(
      ${sorted.map((one) => one.identity.id)}::uuid[],
      ${sorted.map((one) => strength(one.identity.kind))}::smallint[],
      ${sorted.map((one) => one.identity.scope)}::text[],
      ${sorted.map((one) => one.identity.value)}::text[],
      ${sorted.map((one) => new Date(one.at))}::timestamptz[]
    ) as shown (id, kind, scope, value, first_seen)
    on conflict (id) do update set first_seen = least(identities.first_seen, excluded.first_seen)`);
}

/** Every piece of evidence stands twice, once from each end. */
export async function saveSeen(ctx: Context, seen: readonly Seen[]): Promise<void> {
  if (seen.length === 0) return;
  const rows = seen.flatMap((one) => [one, { ...one, a: one.b, b: one.a }]);
  const sorted = rows.sort((x, y) => (x.a.id + x.b.id < y.a.id + y.b.id ? -1 : 1));
  await ctx.db.run(sql`
    insert into evidence (a, b, sort, said_id, strength, b_kind, b_scope, at)
    select a, b, 1, ${nobody}, strength, b_kind, b_scope, at
    from unnest(
      ${sorted.map((one) => one.a.id)}::uuid[],
      ${sorted.map((one) => one.b.id)}::uuid[],
      ${sorted.map(pairStrength)}::smallint[],
      ${sorted.map((one) => strength(one.b.kind))}::smallint[],
      ${sorted.map((one) => countedScope(one.b))}::text[],
      ${sorted.map((one) => new Date(one.at))}::timestamptz[]
    ) as seen (a, b, strength, b_kind, b_scope, at)
    on conflict (a, b, sort, said_id) do update set at = least(evidence.at, excluded.at)`);
}

export async function saveFacts(ctx: Context, facts: readonly FoldedFact[]): Promise<void> {
  if (facts.length === 0) return;
  await ctx.db.run(sql`
    insert into facts (identity_id, id, name, value, source, first_observed_at, observed_at)
    select * from unnest(
      ${facts.map((fact) => fact.identity)}::uuid[],
      ${facts.map((fact) => fact.id)}::uuid[],
      ${facts.map((fact) => fact.name)}::text[],
      ${facts.map((fact) => fact.value)}::text[],
      ${facts.map((fact) => fact.source)}::text[],
      ${facts.map((fact) => new Date(fact.first))}::timestamptz[],
      ${facts.map((fact) => new Date(fact.at))}::timestamptz[]
    )
    on conflict (identity_id, id) do update set
      first_observed_at = least(facts.first_observed_at, excluded.first_observed_at),
      observed_at = greatest(facts.observed_at, excluded.observed_at)`);
}
