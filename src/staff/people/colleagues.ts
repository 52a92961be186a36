import type { Context } from "../../foundation/context.ts";
import { sql } from "../../foundation/database/sql.ts";
import type { Colleague } from "../contract.ts";
import { requireManager } from "../may.ts";

type Row = Omit<Colleague, "leftAt"> & { leftAt: Date | null };

/**
 * Everybody who works or worked here, by name: those who left still served somebody. Without codes too: the code of
 * somebody whom no till has named is their e-mail address.
 */
export async function colleagues(ctx: Context): Promise<Colleague[]> {
  requireManager(ctx.actor);
  const rows = await ctx.db.many<Row>(sql`
    select staff.id, staff.name, staff.role, places.code as place, staff.left_at as "leftAt"
    from staff left join places on places.id = staff.place_id
    order by staff.name collate "C", staff.id`);
  return rows.map(({ leftAt, ...row }) => ({ ...row, leftAt: leftAt?.toISOString() ?? null }));
}
