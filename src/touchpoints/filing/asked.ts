import { kindOfStrength, lockEvidence, lockFiling } from "../../customers/index.ts";
import type { Context } from "../../foundation/context.ts";
import { sql } from "../../foundation/database/sql.ts";
import { inTransaction } from "../../foundation/database/transaction.ts";
import { promisesAt } from "../catalogue/catalogue.ts";
import { readCatalogue } from "../catalogue/read-catalogue.ts";
import { knownBefore, type KnownFact } from "../promise/fact-name.ts";
import { judge } from "../promise/judge.ts";

type AskedTouch = {
  identity_id: string;
  at: Date;
  id: string;
  touchpoint_id: string;
  place_id: string | null;
  asked: string[];
  members: string[];
};

type Learned = KnownFact & { readonly identity: string };

/**
 * Was something asked that was known already? That hangs on the whole customer, so it is judged again for everyone whose
 * facts or members changed: a fact that arrives late, or two people who turn out to be one, may break it or mend it.
 */
export async function judgeAsked(ctx: Context, changed: readonly string[]): Promise<void> {
  if (changed.length === 0) return;
  const touches = await askedTouches(ctx, await membersOf(ctx, changed));
  if (touches.length === 0) return;
  const [catalogue, learned] = await Promise.all([
    readCatalogue(ctx, { touchpoints: touches.map((touch) => touch.touchpoint_id), items: [] }),
    whenLearned(ctx, [...new Set(touches.flatMap((touch) => touch.members))]),
  ]);
  const rows = touches.flatMap((touch) =>
    promisesAt(catalogue, touch.touchpoint_id, touch.at)
      .filter(({ rule }) => rule.kind === "asked nothing twice")
      .map(({ id, rule }) => ({
        touch,
        promise: id,
        ...judge(rule, bare(touch), { zone: "UTC", asOf: ctx.now, knownBefore: knownTo(touch, learned) }),
      })),
  );
  await storeAsked(ctx, rows);
}

/** As a job, by itself: no touch is corrected between being read and being judged. */
export function judgeAskedAgain(ctx: Context, changed: readonly string[]): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await lockFiling(ctx, true);
    await lockEvidence(ctx);
    await judgeAsked(ctx, changed);
  });
}

async function membersOf(ctx: Context, ids: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await ctx.db.many<{ members: string[] }>(sql`
    select members from identities where id = any(${ids}::uuid[])`);
  return new Map(rows.flatMap(({ members }) => members.map((member) => [member, members])));
}

async function askedTouches(ctx: Context, members: ReadonlyMap<string, string[]>): Promise<AskedTouch[]> {
  const rows = await ctx.db.many<Omit<AskedTouch, "members">>(sql`
    select identity_id, at, id, touchpoint_id, place_id, asked from touches
    where identity_id = any(${[...members.keys()]}::uuid[]) and asked is not null and not cancelled`);
  return rows.map((row) => ({ ...row, members: members.get(row.identity_id)! }));
}

/** Facts by when they were first stated; an e-mail address or a telephone number is known from when it was first seen. */
async function whenLearned(ctx: Context, ids: readonly string[]): Promise<Map<string, Learned[]>> {
  const [facts, identifiers] = await Promise.all([
    ctx.db.many<Learned>(sql`
      select identity_id as identity, name, first_observed_at as since, fresh_until as "freshUntil"
      from facts where identity_id = any(${ids}::uuid[])`),
    ctx.db.many<{ id: string; kind: number; since: Date }>(sql`
      select id, kind, first_seen as since from identities where id = any(${ids}::uuid[])`),
  ]);
  const all = [
    ...facts,
    ...identifiers.map(({ id, kind, since }) => ({
      identity: id,
      name: kindOfStrength(kind),
      since,
      freshUntil: null,
    })),
  ];
  const byIdentity = new Map<string, Learned[]>();
  for (const one of all) byIdentity.set(one.identity, [...(byIdentity.get(one.identity) ?? []), one]);
  return byIdentity;
}

function knownTo(touch: AskedTouch, learned: ReadonlyMap<string, Learned[]>): Set<string> {
  return knownBefore(
    touch.members.flatMap((member) => learned.get(member) ?? []),
    touch.at,
  );
}

function bare(touch: AskedTouch) {
  const waitSeconds = { promised: null, actual: null, perceived: null };
  return {
    at: touch.at,
    asked: touch.asked,
    status: null,
    cancelled: false,
    promisedAt: null,
    deliveredAt: null,
    waitSeconds,
  };
}

type Judged = {
  readonly touch: AskedTouch;
  readonly promise: string;
  readonly verdict: string;
  readonly evidence: object;
};

async function storeAsked(ctx: Context, rows: readonly Judged[]): Promise<void> {
  if (rows.length === 0) return;
  await ctx.db.run(sql`
    insert into verdicts (identity_id, at, touch_id, promise_id, verdict, evidence, place_id, touchpoint_id)
    select * from unnest(
      ${rows.map(({ touch }) => touch.identity_id)}::uuid[], ${rows.map(({ touch }) => touch.at)}::timestamptz[],
      ${rows.map(({ touch }) => touch.id)}::uuid[], ${rows.map(({ promise }) => promise)}::uuid[],
      ${rows.map(({ verdict }) => verdict)}::text[], ${rows.map(({ evidence }) => JSON.stringify(evidence))}::jsonb[],
      ${rows.map(({ touch }) => touch.place_id)}::uuid[], ${rows.map(({ touch }) => touch.touchpoint_id)}::uuid[])
    on conflict (identity_id, at, touch_id, promise_id) do update set
      verdict = excluded.verdict, evidence = excluded.evidence`);
}
