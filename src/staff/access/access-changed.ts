import type { Context } from "../../foundation/context.ts";
import { sql } from "../../foundation/database/sql.ts";

export const accessChannel = "regulars_access";

/** Heard by every server process when the transaction commits: they forget at once who may come in. */
export async function tellAccessChanged(ctx: Context): Promise<void> {
  await ctx.db.run(sql`select pg_notify(${accessChannel}, '')`);
}
