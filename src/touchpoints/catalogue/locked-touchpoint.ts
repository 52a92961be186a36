import type { Context } from "../../foundation/context.ts";
import { sql } from "../../foundation/database/sql.ts";
import { Conflict } from "../../foundation/errors.ts";
import { ensureCodes } from "./ensure-codes.ts";
import { touchpointId, type Touchpoint } from "./touchpoint.ts";

/**
 * What is true of a touchpoint now, locked: of two people who describe it, or promise something there, at once the second
 * follows the first. An unknown touchpoint is added.
 */
export async function lockedTouchpoint(ctx: Context, code: string): Promise<Touchpoint> {
  await ensureCodes(ctx, { touchpoints: [{ code }] });
  return ctx.db.one<Touchpoint>(sql`
    select id, code, name, lens, stage, element, channel, visit, heals, partner,
      valid_from as "validFrom", valid_until as "validUntil"
    from touchpoints where id = ${touchpointId(code)} and valid_until is null for update`);
}

/** A new row begins now; it cannot begin before the one it follows. */
export function refuseBefore(row: { readonly validFrom: Date }, now: Date): void {
  if (row.validFrom <= now) return;
  throw new Conflict(
    `The last change holds from ${row.validFrom.toISOString()}, later than now. Is this server's clock right?`,
  );
}
