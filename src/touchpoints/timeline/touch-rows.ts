import type { Context } from "../../foundation/context.ts";
import { sql, type Statement } from "../../foundation/database/sql.ts";
import { staffId, placeId } from "../catalogue/ensure-codes.ts";
import { touchpointId } from "../catalogue/touchpoint.ts";
import { readCursor } from "./cursor.ts";
import type { TouchesQuery } from "./contract.ts";

export type TouchRow = {
  readonly identity: string;
  readonly id: string;
  readonly at: Date;
  /** To the microsecond, for the cursor. */
  readonly exactly: string;
  readonly source: string;
  readonly touchpointId: string;
  readonly visit: boolean;
  readonly placeId: string | null;
  readonly staffId: string | null;
  readonly channel: string;
  readonly status: string | null;
  readonly text: string | null;
  readonly currency: string | null;
  readonly amountMinor: number | null;
  readonly promisedAt: Date | null;
  readonly deliveredAt: Date | null;
  readonly expectedAt: Date | null;
  readonly promised: number | null;
  readonly actual: number | null;
  readonly perceived: number | null;
  readonly asked: readonly string[] | null;
  readonly cancelled: boolean;
};

const columns = sql`
  identity_id as identity, id, at, at::text as exactly, source, touchpoint_id as "touchpointId", visit, place_id as "placeId",
  staff_id as "staffId", channel, status, text, currency, amount_minor as "amountMinor", promised_at as "promisedAt",
  delivered_at as "deliveredAt", expected_at as "expectedAt", wait_promised_seconds as promised, wait_actual_seconds as actual,
  wait_perceived_seconds as perceived, asked, cancelled`;

/** One customer's touches, newest first; one more than asked for, so that the caller sees whether there is a next page. */
export function touchesOf(
  ctx: Context,
  members: readonly string[],
  cursor: string | undefined,
  limit: number,
): Promise<TouchRow[]> {
  return ctx.db.many<TouchRow>(sql`
    select ${columns}
    from touches
    where identity_id = any(${members}::uuid[]) ${after(cursor)}
    order by at desc, identity_id desc, id desc
    limit ${limit + 1}`);
}

/** Everybody's. */
export function touchesLike(ctx: Context, query: TouchesQuery, limit: number): Promise<TouchRow[]> {
  return ctx.db.many<TouchRow>(sql`
    select ${columns}
    from touches
    where at <= ${ctx.now}::timestamptz ${filters(query)} ${after(query.cursor)}
    order by at desc, identity_id desc, id desc
    limit ${limit + 1}`);
}

function filters({ place, touchpoint, staff, from, to, verdict }: TouchesQuery): Statement {
  return sql`
    ${place === undefined ? sql`` : sql`and place_id = ${placeId(place)}`}
    ${touchpoint === undefined ? sql`` : sql`and touchpoint_id = ${touchpointId(touchpoint)}`}
    ${staff === undefined ? sql`` : sql`and staff_id = any(${staffBy(staff)}::uuid[])`}
    ${from === undefined ? sql`` : sql`and at >= ${from}::timestamptz`}
    ${to === undefined ? sql`` : sql`and at < ${to}::timestamptz`}
    ${verdict === undefined ? sql`` : judged(verdict)}`;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** By the code that a till uses, or by id: a till may use ids of its own as codes, so an id may mean either. */
function staffBy(named: string): string[] {
  return uuid.test(named) ? [named, staffId(named)] : [staffId(named)];
}

function judged(verdict: string): Statement {
  return sql`and exists (
    select 1 from verdicts
    where verdicts.identity_id = touches.identity_id and verdicts.at = touches.at and verdicts.touch_id = touches.id
      and verdicts.verdict = ${verdict})`;
}

function after(cursor: string | undefined): Statement {
  if (cursor === undefined) return sql``;
  const [at, identity, id] = readCursor(cursor, 2);
  return sql`and (at, identity_id, id) < (${at}::timestamptz, ${identity}::uuid, ${id}::uuid)`;
}
