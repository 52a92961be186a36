import type { Context } from "../../foundation/context.ts";
import { sql } from "../../foundation/database/sql.ts";
import { inTransaction } from "../../foundation/database/transaction.ts";
import { Conflict } from "../../foundation/errors.ts";
import { tellAccessChanged } from "../access/access-changed.ts";
import { administratorsBut, lockAccounts } from "../access/accounts.ts";
import { emailAsKept } from "../access/email.ts";
import { invite } from "../access/invitation.ts";
import { endSessionsOf } from "../access/session.ts";
import type { StaffChange, StaffMember } from "../contract.ts";
import { requireAdministrator } from "../may.ts";
import type { Invited } from "./add-staff.ts";
import { placeIdOf } from "./place-id.ts";
import { asRefusal } from "./save-staff.ts";
import { staffMember } from "./staff.ts";

/** Another role or place holds from the next request on. */
export async function changeStaff(ctx: Context, id: string, change: StaffChange): Promise<StaffMember> {
  return onMember(ctx, id, async (ctx, member) => {
    const { place, email, ...rest } = change;
    if (rest.role !== undefined && rest.role !== "administrator") await refuseLastAdministrator(ctx, member);
    const placeId = place === undefined || place === null ? null : await placeIdOf(ctx, place);
    const next = { ...member, ...rest, email: email === undefined ? member.email : emailAsKept(email) };
    await save(ctx, next, place === undefined ? undefined : placeId);
    await tellAccessChanged(ctx);
  });
}

async function save(ctx: Context, next: StaffMember, placeId: string | null | undefined): Promise<void> {
  const place = placeId === undefined ? sql`place_id` : sql`${placeId}::uuid`;
  try {
    await ctx.db.run(sql`
      update staff set name = ${next.name}, email = ${next.email}, role = ${next.role}, place_id = ${place},
        per_gesture_minor = ${next.perGestureMinor}, per_month_minor = ${next.perMonthMinor}
      where id = ${next.id}::uuid`);
  } catch (error) {
    throw asRefusal(error, next.email ?? "");
  }
}

/** Their sessions and invitations end at once; what they did stays under their name. */
export async function leave(ctx: Context, id: string): Promise<StaffMember> {
  return onMember(ctx, id, async (ctx, member) => {
    await refuseLastAdministrator(ctx, member);
    await ctx.db.run(sql`
      update staff set left_at = coalesce(left_at, ${ctx.now}::timestamptz) where id = ${id}::uuid`);
    await ctx.db.run(sql`delete from invitations where staff_id = ${id}::uuid`);
    await endSessionsOf(ctx, id);
  });
}

/** They come back to the same row, and sign in as before. */
export async function comeBack(ctx: Context, id: string): Promise<StaffMember> {
  return onMember(ctx, id, async (ctx) => {
    await ctx.db.run(sql`update staff set left_at = null where id = ${id}::uuid`);
    await tellAccessChanged(ctx);
  });
}

/** A new link, for whoever lost the first one or forgot the password. */
export async function inviteAgain(ctx: Context, id: string): Promise<Invited> {
  requireAdministrator(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    await lockAccounts(ctx);
    const member = await staffMember(ctx, id);
    if (member.leftAt !== null) throw new Conflict(`${member.name} has left. Bring them back first.`);
    if (member.email === null) throw new Conflict(`${member.name} has no e-mail to sign in with. Add one first.`);
    const invitation = await invite(ctx, id);
    return { staff: await staffMember(ctx, id), invitation };
  });
}

type Work = (ctx: Context, member: StaffMember) => Promise<void>;

function onMember(ctx: Context, id: string, work: Work): Promise<StaffMember> {
  requireAdministrator(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    await lockAccounts(ctx);
    await work(ctx, await staffMember(ctx, id));
    return staffMember(ctx, id);
  });
}

async function refuseLastAdministrator(ctx: Context, member: StaffMember): Promise<void> {
  if (member.role !== "administrator" || member.leftAt !== null) return;
  if ((await administratorsBut(ctx, member.id)) > 0) return;
  throw new Conflict(`${member.name} is the only administrator. Make somebody else one first.`);
}
