import type { Context } from "../../foundation/context.ts";
import { sql } from "../../foundation/database/sql.ts";
import type { Shift } from "../contract.ts";

type Row = Omit<Shift, "startsAt" | "endsAt"> & { startsAt: Date; endsAt: Date };

/** Who is on shift at a moment; at one place, or anywhere. */
export async function onShift(ctx: Context, at: Date, placeCode: string | null = null): Promise<Shift[]> {
  const rows = await ctx.db.many<Row>(sql`
    select shifts.id, staff.id as staff, staff.name, places.code as place,
           shifts.starts_at as "startsAt", shifts.ends_at as "endsAt"
    from shifts
    join staff on staff.id = shifts.staff_id
    join places on places.id = shifts.place_id
    where shifts.starts_at <= ${at}::timestamptz and shifts.ends_at > ${at}::timestamptz
      and staff.left_at is null and (${placeCode}::text is null or places.code = ${placeCode})
    order by staff.name collate "C", shifts.id`);
  return rows.map(shiftOf);
}

export async function shiftById(ctx: Context, id: string): Promise<(Shift & { readonly placeId: string }) | undefined> {
  const row = await ctx.db.maybe<Row & { placeId: string }>(sql`
    select shifts.id, staff.id as staff, staff.name, places.code as place, places.id as "placeId",
           shifts.starts_at as "startsAt", shifts.ends_at as "endsAt"
    from shifts
    join staff on staff.id = shifts.staff_id
    join places on places.id = shifts.place_id
    where shifts.id = ${id}::uuid`);
  return row && { ...shiftOf(row), placeId: row.placeId };
}

function shiftOf({ id, staff, name, place, startsAt, endsAt }: Row): Shift {
  return { id, staff, name, place, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
}
