import type { Context } from "../../foundation/context.ts";
import { sql } from "../../foundation/database/sql.ts";
import { inTransaction } from "../../foundation/database/transaction.ts";
import { NotFound } from "../../foundation/errors.ts";
import { tellAccessChanged } from "../access/access-changed.ts";
import { requireAdministrator } from "../may.ts";

/** From now on nobody comes in by it; every server process hears of it at once. */
export async function revokeKey(ctx: Context, name: string): Promise<{ name: string; revokedAt: string }> {
  requireAdministrator(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    const revoked = await ctx.db.run(sql`
      update keys set revoked_at = ${ctx.now}::timestamptz where name = ${name} and revoked_at is null`);
    if (revoked === 0)
      throw new NotFound(`There is no key called ${name} that could be revoked. \`regulars keys\` lists them.`);
    await tellAccessChanged(ctx);
    return { name, revokedAt: ctx.now.toISOString() };
  });
}
