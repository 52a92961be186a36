import type { Context } from "../../foundation/context.ts";
import { sql } from "../../foundation/database/sql.ts";
import type { TouchRow } from "./touch-rows.ts";

export type LineRow = {
  readonly touch: string;
  readonly itemId: string;
  readonly quantity: number;
  readonly amountMinor: number | null;
};
export type VerdictRow = {
  readonly touch: string;
  readonly promiseId: string;
  readonly verdict: "kept" | "broken" | "unknown";
  readonly dueAt: Date | null;
  readonly evidence: unknown;
};

/** The lines of these touches. */
export function linesOf(ctx: Context, touches: readonly TouchRow[]): Promise<LineRow[]> {
  return ctx.db.many<LineRow>(sql`
    select touch_id as touch, item_id as "itemId", quantity, amount_minor as "amountMinor"
    from lines
    where identity_id = any(${touches.map(({ identity }) => identity)}::uuid[]) and touch_id = any(${touches.map(({ id }) => id)}::uuid[])
      and at between ${earliest(touches)}::timestamptz and ${latest(touches)}::timestamptz
    order by touch_id, key`);
}

/** What became of the promises at these touches. */
export function verdictsOf(ctx: Context, touches: readonly TouchRow[]): Promise<VerdictRow[]> {
  return ctx.db.many<VerdictRow>(sql`
    select touch_id as touch, promise_id as "promiseId", verdict, due_at as "dueAt", evidence
    from verdicts
    where identity_id = any(${touches.map(({ identity }) => identity)}::uuid[]) and touch_id = any(${touches.map(({ id }) => id)}::uuid[])
      and at between ${earliest(touches)}::timestamptz and ${latest(touches)}::timestamptz
    order by touch_id, promise_id`);
}

// The page is newest first; the times as text are exact to the microsecond.
function earliest(touches: readonly TouchRow[]): string {
  return touches.at(-1)!.exactly;
}

function latest(touches: readonly TouchRow[]): string {
  return touches[0]!.exactly;
}
