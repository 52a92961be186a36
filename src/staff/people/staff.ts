import type { Context } from "../../foundation/context.ts";
import { sql, type Statement } from "../../foundation/database/sql.ts";
import { NotFound } from "../../foundation/errors.ts";
import type { StaffMember } from "../contract.ts";
import { requireAdministrator } from "../may.ts";

type Row = Omit<StaffMember, "leftAt"> & { leftAt: Date | null };

/** Everybody who works or worked here, by name. */
export async function allStaff(ctx: Context): Promise<StaffMember[]> {
  requireAdministrator(ctx.actor);
  const rows = await ctx.db.many<Row>(sql`${staffRows()} order by staff.name collate "C", staff.id`);
  return rows.map(memberOf);
}

export async function staffMember(ctx: Context, id: string): Promise<StaffMember> {
  requireAdministrator(ctx.actor);
  const row = await ctx.db.maybe<Row>(sql`${staffRows()} where staff.id = ${id}::uuid`);
  if (!row) throw new NotFound("Nobody here has this id.");
  return memberOf(row);
}

function staffRows(): Statement {
  return sql`
    select staff.id, staff.code, staff.name, staff.email, staff.role, places.code as place,
           staff.per_gesture_minor as "perGestureMinor", staff.per_month_minor as "perMonthMinor",
           case when accounts.staff_id is null then 'no' when accounts.password is null then 'invited' else 'yes' end as "signsIn",
           staff.left_at as "leftAt", staff.simulated
    from staff
    left join places on places.id = staff.place_id
    left join accounts on accounts.staff_id = staff.id`;
}

function memberOf({ leftAt, ...row }: Row): StaffMember {
  return { ...row, leftAt: leftAt?.toISOString() ?? null };
}
