import { lockFiling } from "../../customers/index.ts";
import type { Context } from "../../foundation/context.ts";
import { sql } from "../../foundation/database/sql.ts";
import { inTransaction } from "../../foundation/database/transaction.ts";
import { touchpointAt, type Catalogue } from "../catalogue/catalogue.ts";
import { judgeAsked } from "../filing/asked.ts";
import { judgeTouch, type PromiseJudged } from "./judge-touch.ts";
import { catalogueOf, standingTouches, type StandingTouch } from "./standing-touches.ts";
import { storeVerdicts } from "./store-verdicts.ts";

type Change = {
  readonly id: string;
  readonly touchpointId: string | null;
  readonly placeId: string | null;
  readonly since: Date;
};

type Place = { readonly identity: string; readonly at: Date; readonly id: string };

const together = 2000;
const nobody = "00000000-0000-0000-0000-000000000000";
/** A batch that read the catalogue before a change was made is filed by then. */
const settledAfterMs = 30_000;

/** Judges the touches that changes of the catalogue concern by what holds now, whether they count as visits included. */
export async function judgeAfterChanges(ctx: Context): Promise<number> {
  const changes = await unjudged(ctx);
  for (const change of changes) {
    await judgeConcerned(ctx, change);
    await ctx.db.run(sql`update catalogue_changes set judged_at = ${ctx.now}::timestamptz where id = ${change.id}`);
  }
  return changes.length;
}

function unjudged(ctx: Context): Promise<Change[]> {
  const settled = new Date(ctx.now.getTime() - settledAfterMs);
  return ctx.db.many<Change>(sql`
    select id, touchpoint_id as "touchpointId", place_id as "placeId", since from catalogue_changes
    where judged_at is null and since is not null and at <= ${settled}::timestamptz
    order by at, id
    limit 100`);
}

async function judgeConcerned(ctx: Context, change: Change): Promise<void> {
  let last: Place | undefined = { identity: nobody, at: new Date(0), id: nobody };
  while (last) last = await inTransaction(ctx, (ctx) => judgeSome(ctx, change, last!));
}

/** In a transaction of its own, alone: no touch changes between being read and being judged. */
async function judgeSome(ctx: Context, change: Change, after: Place): Promise<Place | undefined> {
  await lockFiling(ctx, true);
  const touches = await concerned(ctx, change, after);
  if (touches.length === 0) return undefined;
  const catalogue = await catalogueOf(ctx, touches);
  await countVisits(ctx, touches, catalogue);
  await replaceVerdicts(
    ctx,
    touches,
    touches.flatMap((touch) => judgeTouch(catalogue, touch, ctx.now)),
  );
  await judgeAsked(ctx, [...new Set(touches.filter(({ asked }) => asked !== null).map(({ identity }) => identity))]);
  return touches.length < together ? undefined : touches.at(-1);
}

function concerned(ctx: Context, { touchpointId, placeId, since }: Change, after: Place): Promise<StandingTouch[]> {
  const where = touchpointId === null ? sql`place_id = ${placeId}` : sql`touchpoint_id = ${touchpointId}`;
  return standingTouches(
    ctx,
    sql`${where} and at >= ${since}::timestamptz
      and (identity_id, at, id) > (${after.identity}::uuid, ${after.at}::timestamptz, ${after.id}::uuid)
    order by identity_id, at, id
    limit ${together}`,
  );
}

/** A message that takes another back is no visit, whatever its touchpoint is. */
async function countVisits(ctx: Context, touches: readonly StandingTouch[], catalogue: Catalogue): Promise<void> {
  const takingBack = await ctx.db.many<{ id: string }>(sql`
    select id from receipts where id = any(${touches.map(({ id }) => id)}::uuid[]) and cancels is not null`);
  const never = new Set(takingBack.map(({ id }) => id));
  const isVisit = ({ id, touchpointId, at }: StandingTouch): boolean =>
    !never.has(id) && (touchpointAt(catalogue, touchpointId, at)?.visit ?? false);
  for (const visit of [true, false]) {
    await markVisits(
      ctx,
      touches.filter((touch) => touch.visit !== visit && isVisit(touch) === visit),
      visit,
    );
  }
}

async function markVisits(ctx: Context, touches: readonly StandingTouch[], visit: boolean): Promise<void> {
  if (touches.length === 0) return;
  await ctx.db.run(sql`
    update touches set visit = ${visit}
    from ${placesOf(touches)}
    where touches.identity_id = place.identity_id and touches.at = place.at and touches.id = place.id`);
}

async function replaceVerdicts(
  ctx: Context,
  touches: readonly StandingTouch[],
  judged: readonly PromiseJudged[],
): Promise<void> {
  await ctx.db.run(sql`
    delete from verdicts using ${placesOf(touches)}
    where verdicts.identity_id = place.identity_id and verdicts.at = place.at and verdicts.touch_id = place.id`);
  await storeVerdicts(ctx, judged);
}

function placesOf(touches: readonly StandingTouch[]) {
  return sql`unnest(
    ${touches.map(({ identity }) => identity)}::uuid[], ${touches.map(({ at }) => at)}::timestamptz[],
    ${touches.map(({ id }) => id)}::uuid[]) as place (identity_id, at, id)`;
}
