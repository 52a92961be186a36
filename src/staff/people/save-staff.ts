import type { Context, Role } from "../../foundation/context.ts";
import { sql } from "../../foundation/database/sql.ts";
import { Conflict } from "../../foundation/errors.ts";
import { namedId } from "../../foundation/ids.ts";

export type StaffRow = {
  readonly code: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly placeId: string | null;
  readonly perGestureMinor?: number;
  readonly perMonthMinor?: number;
};

/** Somebody whose touches came in before, under the same code, becomes the person they are. */
export async function saveStaff(ctx: Context, staff: StaffRow): Promise<string> {
  const id = namedId("staff", staff.code);
  try {
    await ctx.db.run(sql`
      insert into staff (id, code, name, email, role, place_id, per_gesture_minor, per_month_minor)
      values (${id}::uuid, ${staff.code}, ${staff.name}, ${staff.email}, ${staff.role}, ${staff.placeId}::uuid,
              ${staff.perGestureMinor ?? 0}, ${staff.perMonthMinor ?? 0})
      on conflict (id) do update set name = excluded.name, email = excluded.email, role = excluded.role,
        place_id = excluded.place_id, per_gesture_minor = excluded.per_gesture_minor,
        per_month_minor = excluded.per_month_minor, left_at = null`);
  } catch (error) {
    throw asRefusal(error, staff.email);
  }
  return id;
}

const uniqueViolation = "23505";

export function asRefusal(error: unknown, email: string): unknown {
  if ((error as { code?: string }).code !== uniqueViolation) return error;
  const problem = { pointer: "#/email", detail: "belongs to somebody else" };
  return new Conflict(`Somebody else signs in as ${email}. Every employee has an address of their own.`, [problem]);
}
