import type { Context } from "../../foundation/context.ts";
import { sql } from "../../foundation/database/sql.ts";
import { NotSignedIn } from "../../foundation/errors.ts";
import type { Me } from "../contract.ts";

/** Who is signed in. `simulated`: the business around them is made up. */
export async function me(ctx: Context, staffId: string): Promise<Me> {
  const row = await ctx.db.maybe<Me["staff"] & { simulated: boolean }>(sql`
    select staff.id, staff.name, staff.email, staff.role, places.code as place,
           exists (select 1 from places where simulated) as simulated
    from staff left join places on places.id = staff.place_id
    where staff.id = ${staffId}::uuid`);
  if (!row) throw new NotSignedIn("This account is no longer here. Sign in again.");
  const { simulated, ...staff } = row;
  return { staff, simulated };
}
