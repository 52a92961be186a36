import type { Context } from "../../foundation/context.ts";
import { sql } from "../../foundation/database/sql.ts";
import { staffId } from "./catalogue.ts";

/** Adds people by the codes that records name them with. They cannot sign in until somebody invites them. */
export async function addStaff(ctx: Context, codes: readonly string[]): Promise<void> {
  if (codes.length === 0) return;
  await ctx.db.run(sql`
    insert into staff (id, code, name)
    select id, code, code
    from unnest(${codes.map(staffId)}::uuid[], ${codes}::text[]) as arriving(id, code)
    order by id
    on conflict do nothing`);
}
