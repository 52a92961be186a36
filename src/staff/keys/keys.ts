import type { Context } from "../../foundation/context.ts";
import { sql } from "../../foundation/database/sql.ts";
import type { Key } from "../contract.ts";
import { requireAdministrator } from "../may.ts";

/** All keys, the newest first, without what opens a door. */
export async function keys(ctx: Context): Promise<Key[]> {
  requireAdministrator(ctx.actor);
  const rows = await ctx.db.many<Omit<Key, "madeAt" | "revokedAt"> & { madeAt: Date; revokedAt: Date | null }>(sql`
    select name, may, source, made_at as "madeAt", revoked_at as "revokedAt"
    from keys order by made_at desc, id`);
  return rows.map((row) => ({
    ...row,
    madeAt: row.madeAt.toISOString(),
    revokedAt: row.revokedAt?.toISOString() ?? null,
  }));
}
