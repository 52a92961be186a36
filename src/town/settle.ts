import type { Context } from "../foundation/context.ts";
import { sql } from "../foundation/database/sql.ts";
import { inTransaction } from "../foundation/database/transaction.ts";
import { namedId } from "../foundation/ids.ts";
import { hashPassword } from "../staff/index.ts";
import {
  describeTouchpoint,
  ensureBuiltIns,
  ensureCodes,
  makePromise,
  placeId,
  staffId,
} from "../touchpoints/index.ts";
import { places, staff, touchpoints, type TownStaff } from "./businesses.ts";
import { dateAt, dayOf, moment } from "./days.ts";

/** Everybody in the town signs in with this; a demonstration guards nothing. */
export const townPassword = "come-in-and-look-around";

export function townEmail(person: TownStaff): string {
  return `${person.code}@town.example`;
}

/** Puts up the houses, hires the staff and writes down what is promised where. Again, it changes nothing but today's shifts. */
export async function settleTown(ctx: Context): Promise<void> {
  const password = await hashPassword(townPassword);
  await inTransaction(ctx, async (ctx) => {
    await buildPlaces(ctx);
    await hireStaff(ctx, password);
    await planShifts(ctx);
    await ensureBuiltIns(ctx);
    await describeCounters(ctx);
  });
}

async function buildPlaces(ctx: Context): Promise<void> {
  await ctx.db.run(sql`
    insert into places (id, code, name, zone, region, currency, simulated)
    select id, code, name, zone, region, currency, true from unnest(
      ${places.map((place) => placeId(place.code))}::uuid[], ${places.map((place) => place.code)}::text[],
      ${places.map((place) => place.name)}::text[], ${places.map((place) => place.zone)}::text[],
      ${places.map((place) => place.region)}::text[], ${places.map((place) => place.currency)}::text[]
    ) as built (id, code, name, zone, region, currency)
    on conflict (id) do nothing`);
}

async function hireStaff(ctx: Context, password: string): Promise<void> {
  const ids = staff.map((person) => staffId(person.code));
  await ctx.db.run(sql`
    insert into staff (id, code, name, email, role, place_id, per_gesture_minor, per_month_minor, simulated)
    select id, code, name, email, role, place_id, per_gesture, 10 * per_gesture, true from unnest(
      ${ids}::uuid[], ${staff.map((person) => person.code)}::text[], ${staff.map((person) => person.name)}::text[],
      ${staff.map(townEmail)}::text[], ${staff.map((person) => person.role)}::text[],
      ${staff.map((person) => placeId(person.place))}::uuid[],
      ${staff.map((person) => (person.role === "front line" ? 1200 : 5000))}::bigint[]
    ) as hired (id, code, name, email, role, place_id, per_gesture)
    on conflict (id) do nothing`);
  await ctx.db.run(sql`
    insert into accounts (staff_id, password, made_at, password_at)
    select id, ${password}, ${ctx.now}, ${ctx.now} from unnest(${ids}::uuid[]) as hired (id)
    on conflict (staff_id) do nothing`);
}

/** Today and tomorrow, from opening to closing. The person at the desk tonight is there tonight. */
async function planShifts(ctx: Context): Promise<void> {
  const now = ctx.now.getTime();
  const rows = staff.flatMap((person) => {
    const place = places.find((place) => place.code === person.place)!;
    const day = dayOf(dateAt(place, now));
    const starts = Math.min(moment(place, day, place.opens), now - 3_600_000);
    const ends = Math.max(moment(place, day, place.closes), now + 4 * 3_600_000);
    return [
      {
        id: namedId("shift", person.code, day.date.toString()),
        person,
        starts: new Date(starts),
        ends: new Date(ends),
      },
    ];
  });
  await ctx.db.run(sql`
    insert into shifts (id, staff_id, place_id, starts_at, ends_at)
    select * from unnest(
      ${rows.map((row) => row.id)}::uuid[], ${rows.map((row) => staffId(row.person.code))}::uuid[],
      ${rows.map((row) => placeId(row.person.place))}::uuid[], ${rows.map((row) => row.starts)}::timestamptz[],
      ${rows.map((row) => row.ends)}::timestamptz[])
    on conflict (id) do nothing`);
}

async function describeCounters(ctx: Context): Promise<void> {
  const known = await ctx.db.many<{ code: string }>(
    sql`select distinct code from promises join touchpoints on touchpoints.id = promises.touchpoint_id`,
  );
  for (const { code, traits, promises } of touchpoints.filter((one) => !known.some((row) => row.code === one.code))) {
    await ensureCodes(ctx, { touchpoints: [{ code }] });
    await describeTouchpoint(ctx, code, traits, "correction");
    for (const { wording, rule } of promises) await makePromise(ctx, { touchpoint: code, wording, rule }, "correction");
  }
}
