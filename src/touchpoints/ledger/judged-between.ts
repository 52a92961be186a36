import { sql, type Statement } from "../../foundation/database/sql.ts";
import { placeId } from "../catalogue/ensure-codes.ts";
import { touchpointId } from "../catalogue/touchpoint.ts";

/** Which verdicts are meant. `from` is included, `to` is not. */
export type Judged = {
  readonly touchpoint?: string;
  readonly place?: string;
  readonly promise?: string;
  readonly from: Date;
  readonly to: Date;
};

/** The condition on verdicts, without "where": the figures and the rows behind them share it. */
export function judgedBetween({ touchpoint, place, promise, from, to }: Judged): Statement {
  return sql`at >= ${from}::timestamptz and at < ${to}::timestamptz
    ${touchpoint === undefined ? sql`` : sql`and touchpoint_id = ${touchpointId(touchpoint)}`}
    ${place === undefined ? sql`` : sql`and place_id = ${placeId(place)}`}
    ${promise === undefined ? sql`` : sql`and promise_id = ${promise}`}`;
}

const weeks = 12;

/** Without from and to: the twelve weeks until now, this moment included. */
export function stretch(query: { readonly from?: string; readonly to?: string }, now: Date): { from: Date; to: Date } {
  const to = query.to === undefined ? new Date(now.getTime() + 1) : new Date(query.to);
  const from = query.from === undefined ? new Date(to.getTime() - weeks * 7 * 86_400_000) : new Date(query.from);
  return { from, to };
}
