import type { Context } from "../../foundation/context.ts";
import { copyRow } from "../../foundation/database/copy-text.ts";
import type { PromiseJudged } from "./judge-touch.ts";

/** Verdicts of touches that have none. */
export async function storeVerdicts(ctx: Context, judged: readonly PromiseJudged[]): Promise<void> {
  if (judged.length === 0) return;
  await ctx.db.copy(
    "verdicts (identity_id, at, touch_id, promise_id, verdict, due_at, evidence, place_id, touchpoint_id)",
    judged.map(verdictRow),
  );
}

function verdictRow({ touch, promiseId, verdict, dueAt, evidence }: PromiseJudged): string {
  const { identity, at, id, placeId, touchpointId } = touch;
  return copyRow([identity, at, id, promiseId, verdict, dueAt, evidence, placeId, touchpointId]);
}
