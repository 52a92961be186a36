import type { Context } from "../../foundation/context.ts";
import { sql } from "../../foundation/database/sql.ts";
import { inTransaction } from "../../foundation/database/transaction.ts";
import type { PromiseRule } from "../promise/rule.ts";
import type { As } from "./describe-touchpoint.ts";
import { refuseUnlessInCharge, rememberChange } from "./history.ts";
import { lockedTouchpoint, refuseBefore } from "./locked-touchpoint.ts";
import { promiseId, type TouchpointPromise } from "./promise.ts";
import { beginning, touchpointId } from "./touchpoint.ts";

export type PromiseOffer = { readonly touchpoint: string; readonly wording: string; readonly rule: PromiseRule };

/**
 * Promises something at a touchpoint, or gives the same words another rule. As a change it holds for touches from now on;
 * as a correction the rule that holds now is put right, and past touches are judged again: so an owner says that
 * "delivered by the promised date" means the moment and not the day.
 */
export function makePromise(ctx: Context, offer: PromiseOffer, as: As = "change"): Promise<TouchpointPromise> {
  return inTransaction(ctx, async (ctx) => {
    refuseUnlessInCharge(ctx.actor);
    await lockedTouchpoint(ctx, offer.touchpoint);
    const before = await lastRow(ctx, promiseId(offer.touchpoint, offer.wording));
    if (before) refuseBefore(before, ctx.now);
    const validFrom = as === "change" ? ctx.now : (before?.validFrom ?? beginning);
    if (before) await closeRow(ctx, before.id, validFrom);
    const after = await writeRow(ctx, offer, validFrom);
    const concerns = { about: offer.touchpoint, touchpointId: after.touchpointId, since: validFrom };
    await rememberChange(ctx, { what: `promise: ${as}`, before, after, ...concerns });
    return after;
  });
}

const columns = sql`id, touchpoint_id as "touchpointId", wording, rule,
  valid_from as "validFrom", valid_until as "validUntil"`;

function lastRow(ctx: Context, id: string): Promise<TouchpointPromise | undefined> {
  return ctx.db.maybe<TouchpointPromise>(sql`
    select ${columns} from promises where id = ${id} order by valid_from desc limit 1`);
}

export async function closeRow(ctx: Context, id: string, at: Date): Promise<number> {
  return ctx.db.run(sql`
    update promises set valid_until = ${at}::timestamptz
    where id = ${id} and valid_until is null and valid_from < ${at}::timestamptz`);
}

function writeRow(ctx: Context, { touchpoint, wording, rule }: PromiseOffer, from: Date): Promise<TouchpointPromise> {
  return ctx.db.one<TouchpointPromise>(sql`
    insert into promises (id, valid_from, touchpoint_id, wording, rule)
    values (${promiseId(touchpoint, wording)}, ${from}, ${touchpointId(touchpoint)}, ${wording}, ${JSON.stringify(rule)})
    on conflict (id, valid_from) do update set rule = excluded.rule, valid_until = null
    returning ${columns}`);
}
