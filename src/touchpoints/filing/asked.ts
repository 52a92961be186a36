import { knownAt, lockEvidence, lockFiling, toldByIdentifier, type Telling } from "../../customers/index.ts";
import type { Context } from "../../foundation/context.ts";
import { sql } from "../../foundation/database/sql.ts";
import { inTransaction } from "../../foundation/database/transaction.ts";
import { askedAgain, type Asking } from "../asks/asking.ts";
import { storeReasks } from "../asks/store-reasks.ts";
import { promisesAt, type Catalogue } from "../catalogue/catalogue.ts";
import { readCatalogue } from "../catalogue/read-catalogue.ts";
import { judge } from "../promise/judge.ts";

/** An asking as it is stored; one that was only reported happened at no touchpoint. */
type Asked = Asking & { readonly touchpointId: string | null };

/** A customer with all that they were asked and all that they had told. */
type AskedCustomer = {
  readonly askings: readonly Asked[];
  readonly known: (at: number) => ReadonlyMap<string, Telling>;
};

/**
 * Was something asked that was known already? That hangs on the whole customer, so it is judged again for everyone whose
 * facts or members changed: a fact that arrives late, or two people who turn out to be one, may break it or mend it.
 */
export async function judgeAsked(ctx: Context, changed: readonly string[]): Promise<void> {
  if (changed.length === 0) return;
  const members = await membersOf(ctx, changed);
  const concerned = [...new Set([...changed, ...members.keys()])];
  const askings = await askingsOf(ctx, concerned);
  if (askings.length === 0) return;
  const [customers, catalogue] = await Promise.all([customersOf(ctx, askings, members), catalogueOf(ctx, askings)]);
  const again = customers.flatMap(({ askings, known }) => askedAgain(askings, known));
  await Promise.all([
    storeReasks(ctx, [...new Set(askings.map(({ identity }) => identity))], again),
    storeAsked(ctx, judgedPromises(customers, catalogue, ctx.now)),
  ]);
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

async function askingsOf(ctx: Context, ids: readonly string[]): Promise<Asked[]> {
  const rows = await ctx.db.many<Omit<Asked, "at"> & { at: Date }>(sql`
    select identity_id as identity, at, id, asked as facts, channel, place_id as "placeId", source, false as reported,
      touchpoint_id as "touchpointId"
    from touches
    where identity_id = any(${ids}::uuid[]) and asked is not null and not cancelled
    union all
    select identity_id, at, id, array[fact], channel, place_id, source, true, null
    from asks
    where identity_id = any(${ids}::uuid[])`);
  return rows.map((row) => ({ ...row, at: row.at.getTime() }));
}

/** Of an identity that nothing shows any more nobody knows anything: what was asked there waits until it is seen again. */
async function customersOf(
  ctx: Context,
  askings: readonly Asked[],
  members: ReadonlyMap<string, readonly string[]>,
): Promise<AskedCustomer[]> {
  const groups = new Map<readonly string[], Asked[]>();
  for (const asking of askings) {
    const customer = members.get(asking.identity);
    if (customer) groups.set(customer, [...(groups.get(customer) ?? []), asking]);
  }
  const told = await toldTo(ctx, [...groups.keys()].flat());
  return [...groups].map(([customer, askings]) => {
    const tellings = customer.flatMap((member) => told.get(member) ?? []);
    return { askings, known: (at) => knownAt(tellings, at) };
  });
}

type Fact = Omit<Telling, "since" | "freshUntil"> & { identity: string; since: Date; freshUntil: Date | null };
type Identifier = { id: string; kind: number; scope: string; since: Date };

/** Facts by when they were told; an e-mail address or a telephone number is known from when it was first seen. */
async function toldTo(ctx: Context, ids: readonly string[]): Promise<Map<string, Telling[]>> {
  const [facts, identifiers] = await Promise.all([
    ctx.db.many<Fact>(sql`
      select identity_id as identity, name, source, first_observed_at as since, fresh_until as "freshUntil"
      from facts where identity_id = any(${ids}::uuid[])`),
    ctx.db.many<Identifier>(sql`
      select id, kind, scope, first_seen as since from identities where id = any(${ids}::uuid[])`),
  ]);
  const told = new Map<string, Telling[]>();
  const add = (identity: string, telling: Telling | undefined) => {
    const known = told.get(identity);
    if (telling && known) known.push(telling);
    else if (telling) told.set(identity, [telling]);
  };
  for (const { identity, since, freshUntil, ...fact } of facts)
    add(identity, { ...fact, since: since.getTime(), freshUntil: freshUntil?.getTime() ?? null });
  for (const { id, kind, scope, since } of identifiers) add(id, toldByIdentifier(kind, scope, since.getTime()));
  return told;
}

function catalogueOf(ctx: Context, askings: readonly Asked[]): Promise<Catalogue> {
  const touchpoints = new Set(askings.flatMap(({ touchpointId }) => touchpointId ?? []));
  return readCatalogue(ctx, { touchpoints: [...touchpoints], items: [] });
}

function judgedPromises(customers: readonly AskedCustomer[], catalogue: Catalogue, asOf: Date): Judged[] {
  return customers.flatMap(({ askings, known }) =>
    askings.flatMap((touch) =>
      promisesAt(catalogue, touch.touchpointId ?? "", new Date(touch.at))
        .filter(({ rule }) => rule.kind === "asked nothing twice")
        .map(({ id, rule }) => ({
          touch,
          promise: id,
          ...judge(rule, bare(touch), { zone: "UTC", asOf, knownBefore: new Set(known(touch.at).keys()) }),
        })),
    ),
  );
}

function bare(touch: Asked) {
  const waitSeconds = { promised: null, actual: null, perceived: null };
  return {
    at: new Date(touch.at),
    asked: touch.facts,
    status: null,
    cancelled: false,
    promisedAt: null,
    deliveredAt: null,
    waitSeconds,
  };
}

type Judged = {
  readonly touch: Asked;
  readonly promise: string;
  readonly verdict: string;
  readonly evidence: object;
};

async function storeAsked(ctx: Context, rows: readonly Judged[]): Promise<void> {
  if (rows.length === 0) return;
  await ctx.db.run(sql`
    insert into verdicts (identity_id, at, touch_id, promise_id, verdict, evidence, place_id, touchpoint_id)
    select * from unnest(
      ${rows.map(({ touch }) => touch.identity)}::uuid[], ${rows.map(({ touch }) => new Date(touch.at))}::timestamptz[],
      ${rows.map(({ touch }) => touch.id)}::uuid[], ${rows.map(({ promise }) => promise)}::uuid[],
      ${rows.map(({ verdict }) => verdict)}::text[], ${rows.map(({ evidence }) => JSON.stringify(evidence))}::jsonb[],
      ${rows.map(({ touch }) => touch.placeId)}::uuid[], ${rows.map(({ touch }) => touch.touchpointId)}::uuid[])
    on conflict (identity_id, at, touch_id, promise_id) do update set
      verdict = excluded.verdict, evidence = excluded.evidence`);
}
