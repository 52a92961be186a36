import type { Context } from "../../foundation/context.ts";
import { sql } from "../../foundation/database/sql.ts";

// Any constant: who may sign in is changed by one at a time, so that there is one owner, and always an administrator.
const lock = 7_260_414;

export async function lockAccounts(ctx: Context): Promise<void> {
  await ctx.db.run(sql`select pg_advisory_xact_lock(${lock})`);
}

export async function administratorsBut(ctx: Context, staffId: string): Promise<number> {
  const { others } = await ctx.db.one<{ others: number }>(sql`
    select count(*) as others
    from accounts join staff on staff.id = accounts.staff_id
    where staff.role = 'administrator' and staff.left_at is null and accounts.password is not null
      and staff.id <> ${staffId}::uuid`);
  return others;
}
