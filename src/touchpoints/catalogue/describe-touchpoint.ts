import type { Context } from "../../foundation/context.ts";
import { sql } from "../../foundation/database/sql.ts";
import { inTransaction } from "../../foundation/database/transaction.ts";
import { refuseUnlessInCharge, rememberChange } from "./history.ts";
import { lockedTouchpoint, refuseBefore } from "./locked-touchpoint.ts";
import type { DescribedTouchpoint, Touchpoint } from "./touchpoint.ts";

/** A change holds from now on. A correction says that it was so all along: the row that holds now is put right. */
export type As = "change" | "correction";

/** Says what is true of a touchpoint; an unknown one is added. Past rows stay as they are. */
export function describeTouchpoint(
  ctx: Context,
  code: string,
  traits: DescribedTouchpoint,
  as: As = "change",
): Promise<Touchpoint> {
  return inTransaction(ctx, async (ctx) => {
    refuseUnlessInCharge(ctx.actor);
    const before = await lockedTouchpoint(ctx, code);
    refuseBefore(before, ctx.now);
    const validFrom = as === "correction" ? before.validFrom : ctx.now;
    await closeRow(ctx, before, validFrom);
    const after = await writeRow(ctx, { ...before, ...traits, validFrom });
    await rememberChange(ctx, {
      what: `touchpoint: ${as}`,
      about: code,
      before,
      after,
      touchpointId: after.id,
      since: validFrom,
    });
    return after;
  });
}

async function closeRow(ctx: Context, row: Touchpoint, at: Date): Promise<void> {
  await ctx.db.run(sql`
    update touchpoints set valid_until = ${at}::timestamptz
    where id = ${row.id} and valid_until is null and valid_from < ${at}::timestamptz`);
}

function writeRow(ctx: Context, row: Touchpoint): Promise<Touchpoint> {
  const { id, validFrom, code, name, lens, stage, element, channel, visit, heals, partner } = row;
  return ctx.db.one<Touchpoint>(sql`
    insert into touchpoints (id, valid_from, code, name, lens, stage, element, channel, visit, heals, partner)
    values (
      ${id}, ${validFrom}, ${code}, ${name}, ${lens}, ${stage}, ${element}, ${channel}, ${visit}, ${heals}, ${partner})
    on conflict (id, valid_from) do update set
      name = excluded.name, lens = excluded.lens, stage = excluded.stage, element = excluded.element,
      channel = excluded.channel, visit = excluded.visit, heals = excluded.heals, partner = excluded.partner
    returning id, code, name, lens, stage, element, channel, visit, heals, partner,
      valid_from as "validFrom", valid_until as "validUntil"`);
}
