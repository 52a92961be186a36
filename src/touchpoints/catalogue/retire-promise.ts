import type { Context } from "../../foundation/context.ts";
import { sql } from "../../foundation/database/sql.ts";
import { inTransaction } from "../../foundation/database/transaction.ts";
import { NotFound } from "../../foundation/errors.ts";
import type { As } from "./describe-touchpoint.ts";
import { refuseUnlessInCharge, rememberChange } from "./history.ts";
import { lockedTouchpoint } from "./locked-touchpoint.ts";
import { closeRow } from "./make-promise.ts";
import type { TouchpointPromise } from "./promise.ts";
import { beginning, touchpointId } from "./touchpoint.ts";

/** Stops promising something from now on; as a correction, it was never promised and its verdicts go. */
export function retirePromise(ctx: Context, touchpoint: string, id: string, as: As = "change"): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    refuseUnlessInCharge(ctx.actor);
    await lockedTouchpoint(ctx, touchpoint);
    const before = await rowInForce(ctx, touchpoint, id);
    if (as === "correction" || (await closeRow(ctx, id, ctx.now)) === 0) await removeRows(ctx, id, as, ctx.now);
    const since = as === "correction" ? beginning : ctx.now;
    const concerns = { about: touchpoint, touchpointId: touchpointId(touchpoint), since };
    await rememberChange(ctx, { what: `promise retired: ${as}`, before, after: null, ...concerns });
  });
}

async function rowInForce(ctx: Context, touchpoint: string, id: string): Promise<TouchpointPromise> {
  const row = await ctx.db.maybe<TouchpointPromise>(sql`
    select id, wording, rule, valid_from as "validFrom" from promises
    where id = ${id} and touchpoint_id = ${touchpointId(touchpoint)} and valid_until is null`);
  if (row) return row;
  throw new NotFound(`Nothing is promised under this id at "${touchpoint}" now. GET /v1/touchpoints lists what is.`);
}

/** A promise made and retired in one moment was never in force. */
async function removeRows(ctx: Context, id: string, as: As, now: Date): Promise<void> {
  await ctx.db.run(
    as === "correction"
      ? sql`delete from promises where id = ${id}`
      : sql`delete from promises where id = ${id} and valid_from >= ${now}::timestamptz`,
  );
}
