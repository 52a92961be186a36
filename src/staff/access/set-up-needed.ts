import type { Context } from "../../foundation/context.ts";
import { sql } from "../../foundation/database/sql.ts";

export async function isSetUpNeeded(ctx: Context): Promise<boolean> {
  return (await ctx.db.one<{ needed: boolean }>(sql`select not exists (select 1 from accounts) as needed`)).needed;
}
