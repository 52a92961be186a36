import type { Context } from "../../foundation/context.ts";
import { sql } from "../../foundation/database/sql.ts";
import { judgeTouch, type PromiseJudged } from "./judge-touch.ts";
import { catalogueOf, standingTouches, type StandingTouch } from "./standing-touches.ts";

type Due = {
  readonly identity: string;
  readonly at: Date;
  readonly touch: string;
  readonly promise: string;
  readonly dueAt: Date;
};

const together = 1000;
const nobody = "00000000-0000-0000-0000-000000000000";
const first: Due = {
  identity: nobody,
  at: new Date(0),
  touch: nobody,
  promise: nobody,
  dueAt: new Date("0001-01-01T00:00:00Z"),
};

/**
 * Decides the promises that fell due while nothing more was heard of them. Doing it twice, or beside ingestion, does no
 * harm: only a verdict that is still open, and due as it was read, is written. Says how many were decided.
 */
export async function judgeWhatFellDue(ctx: Context): Promise<number> {
  let decided = 0;
  let last: Due | undefined = first;
  while (last) {
    const due = await fallenDue(ctx, last);
    decided += await decide(ctx, due);
    last = due.length < together ? undefined : due.at(-1);
  }
  return decided;
}

/** In the order in which they fell due, from `after` on: one that cannot be decided is not met again. */
function fallenDue(ctx: Context, after: Due): Promise<Due[]> {
  return ctx.db.many<Due>(sql`
    select identity_id as identity, at, touch_id as touch, promise_id as promise, due_at as "dueAt" from verdicts
    where verdict = 'unknown' and due_at <= ${ctx.now}::timestamptz
      and (due_at, identity_id, at, touch_id, promise_id) >
        (${after.dueAt}::timestamptz, ${after.identity}::uuid, ${after.at}::timestamptz, ${after.touch}::uuid,
          ${after.promise}::uuid)
    order by due_at, identity_id, at, touch_id, promise_id
    limit ${together}`);
}

async function decide(ctx: Context, due: readonly Due[]): Promise<number> {
  if (due.length === 0) return 0;
  const touches = await standingTouches(
    ctx,
    sql`identity_id = any(${due.map(({ identity }) => identity)}::uuid[]) and at = any(${due.map(({ at }) => at)}::timestamptz[])
      and id = any(${due.map(({ touch }) => touch)}::uuid[])`,
  );
  const catalogue = await catalogueOf(ctx, touches);
  const judged = touches.flatMap((touch) => judgeTouch(catalogue, touch, ctx.now));
  const wasDue = new Map(due.map(({ touch, promise, dueAt }) => [`${touch} ${promise}`, dueAt]));
  return settle(
    ctx,
    judged.filter(({ touch, promiseId }) => wasDue.has(keyOf(touch, promiseId))),
    wasDue,
  );
}

function keyOf(touch: StandingTouch, promiseId: string): string {
  return `${touch.id} ${promiseId}`;
}

function settle(ctx: Context, judged: readonly PromiseJudged[], wasDue: ReadonlyMap<string, Date>): Promise<number> {
  return ctx.db.run(sql`
    update verdicts set verdict = judged.verdict, due_at = judged.due_at, evidence = judged.evidence
    from unnest(
      ${judged.map(({ touch }) => touch.identity)}::uuid[], ${judged.map(({ touch }) => touch.at)}::timestamptz[],
      ${judged.map(({ touch }) => touch.id)}::uuid[], ${judged.map(({ promiseId }) => promiseId)}::uuid[],
      ${judged.map(({ touch, promiseId }) => wasDue.get(keyOf(touch, promiseId)))}::timestamptz[],
      ${judged.map(({ verdict }) => verdict)}::text[], ${judged.map(({ dueAt }) => dueAt)}::timestamptz[],
      ${judged.map(({ evidence }) => JSON.stringify(evidence))}::jsonb[]
    ) as judged (identity_id, at, touch_id, promise_id, was_due, verdict, due_at, evidence)
    where verdicts.identity_id = judged.identity_id and verdicts.at = judged.at and verdicts.touch_id = judged.touch_id
      and verdicts.promise_id = judged.promise_id
      and verdicts.verdict = 'unknown' and verdicts.due_at = judged.was_due`);
}
