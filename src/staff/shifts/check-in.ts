import type { Context } from "../../foundation/context.ts";
import { sql } from "../../foundation/database/sql.ts";
import { inTransaction } from "../../foundation/database/transaction.ts";
import { InvalidInput, NotAllowed, NotFound } from "../../foundation/errors.ts";
import { randomId } from "../../foundation/ids.ts";
import type { NewShift, Shift } from "../contract.ts";
import { mayNoteShift } from "../may.ts";
import { placeIdOf } from "../people/place-id.ts";
import { shiftById } from "./on-shift.ts";

const hour = 3_600_000;
const usualMilliseconds = 8 * hour;
const longestMilliseconds = 24 * hour;

type Stretch = { readonly startsAt: Date; readonly endsAt: Date };

/** On duty from now, or for the hours given. Somebody who is there already stays on the shift they are on. */
export async function checkIn(ctx: Context, shift: NewShift): Promise<Shift> {
  const staffId = shift.staff ?? ownId(ctx);
  const stretch = stretchOf(shift, ctx.now);
  return inTransaction(ctx, async (ctx) => {
    const placeId = await placeIdOf(ctx, shift.place);
    refuseOthers(ctx, staffId, placeId);
    await lockStaff(ctx, staffId);
    const id = (await shiftDuring(ctx, staffId, placeId, stretch)) ?? (await save(ctx, staffId, placeId, stretch));
    return (await shiftById(ctx, id))!;
  });
}

/** Off duty from now on; a shift that has not begun is taken off the plan. */
export async function checkOut(ctx: Context, id: string): Promise<void> {
  const shift = await shiftById(ctx, id);
  if (!shift) throw new NotFound("There is no such shift.");
  refuseOthers(ctx, shift.staff, shift.placeId);
  await ctx.db.run(sql`delete from shifts where id = ${id}::uuid and starts_at >= ${ctx.now}::timestamptz`);
  await ctx.db.run(sql`
    update shifts set ends_at = ${ctx.now}::timestamptz
    where id = ${id}::uuid and starts_at < ${ctx.now}::timestamptz and ends_at > ${ctx.now}::timestamptz`);
}

function ownId({ actor }: Context): string {
  if (actor.kind === "staff") return actor.id;
  throw new InvalidInput("Say whose shift it is.", [{ pointer: "#/staff", detail: "is missing" }]);
}

function refuseOthers(ctx: Context, staffId: string, placeId: string): void {
  if (mayNoteShift(ctx.actor, staffId, placeId)) return;
  throw new NotAllowed("You may note your own shifts; those of others are noted by the manager of the place.");
}

function stretchOf({ startsAt, endsAt }: NewShift, now: Date): Stretch {
  const start = startsAt === undefined ? now : new Date(startsAt);
  const end = endsAt === undefined ? new Date(start.getTime() + usualMilliseconds) : new Date(endsAt);
  const length = end.getTime() - start.getTime();
  if (length > 0 && length <= longestMilliseconds) return { startsAt: start, endsAt: end };
  const detail = "must be after the start, by 24 hours at most";
  throw new InvalidInput("A shift cannot be like this.", [{ pointer: "#/endsAt", detail }]);
}

/** Two taps at once make one shift. */
async function lockStaff(ctx: Context, staffId: string): Promise<void> {
  const found = await ctx.db.maybe(
    sql`select id from staff where id = ${staffId}::uuid and left_at is null for update`,
  );
  if (!found) throw new NotFound("Nobody who works here has this id.");
}

async function shiftDuring(
  ctx: Context,
  staffId: string,
  placeId: string,
  { startsAt, endsAt }: Stretch,
): Promise<string | undefined> {
  const shift = await ctx.db.maybe<{ id: string }>(sql`
    select id from shifts
    where staff_id = ${staffId}::uuid and place_id = ${placeId}::uuid
      and starts_at < ${endsAt}::timestamptz and ends_at > ${startsAt}::timestamptz
    order by starts_at, id limit 1`);
  return shift?.id;
}

async function save(ctx: Context, staffId: string, placeId: string, { startsAt, endsAt }: Stretch): Promise<string> {
  const id = randomId();
  await ctx.db.run(sql`
    insert into shifts (id, staff_id, place_id, starts_at, ends_at)
    values (${id}::uuid, ${staffId}::uuid, ${placeId}::uuid, ${startsAt}::timestamptz, ${endsAt}::timestamptz)`);
  return id;
}
