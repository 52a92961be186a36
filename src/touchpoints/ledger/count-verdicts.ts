import type { Context } from "../../foundation/context.ts";
import { sql, type Statement } from "../../foundation/database/sql.ts";
import type { Grouping } from "./contract.ts";
import { judgedBetween, type Judged } from "./judged-between.ts";

/** `key`: a promise's, touchpoint's or place's id, a week's Monday; null where a touch had no place. */
export type Counts = {
  readonly key: string | null;
  readonly touchpointId: string | null;
  readonly kept: number;
  readonly broken: number;
  readonly unknown: number;
};

/** Weeks begin on Monday where the clocks show `zone`: one zone for all places, or a week would be several. */
export function countVerdicts(ctx: Context, by: Grouping, judged: Judged, zone: string): Promise<Counts[]> {
  return ctx.db.many<Counts>(sql`
    select ${keyOf(by, zone)} as key, min(touchpoint_id::text) as "touchpointId",
      count(*) filter (where verdict = 'kept') as kept,
      count(*) filter (where verdict = 'broken') as broken,
      count(*) filter (where verdict = 'unknown') as unknown
    from verdicts
    where ${judgedBetween(judged)}
    group by 1
    order by 1`);
}

function keyOf(by: Grouping, zone: string): Statement {
  if (by === "promise") return sql`promise_id::text`;
  if (by === "touchpoint") return sql`touchpoint_id::text`;
  if (by === "place") return sql`place_id::text`;
  return sql`to_char(date_trunc('week', at at time zone ${zone}), 'YYYY-MM-DD')`;
}
