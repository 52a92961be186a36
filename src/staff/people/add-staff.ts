import type { Context } from "../../foundation/context.ts";
import { sql } from "../../foundation/database/sql.ts";
import { inTransaction } from "../../foundation/database/transaction.ts";
import { Conflict } from "../../foundation/errors.ts";
import { namedId } from "../../foundation/ids.ts";
import { emailAsKept } from "../access/email.ts";
import { lockAccounts } from "../access/accounts.ts";
import { invite } from "../access/invitation.ts";
import type { Invitation, NewStaff, StaffMember } from "../contract.ts";
import { requireAdministrator } from "../may.ts";
import { placeIdOf } from "./place-id.ts";
import { saveStaff } from "./save-staff.ts";
import { staffMember } from "./staff.ts";

export type Invited = { readonly staff: StaffMember; readonly invitation: Invitation };

/** A colleague joins: a row of their own, and a link to choose a password by. */
export async function addStaff(ctx: Context, newcomer: NewStaff): Promise<Invited> {
  requireAdministrator(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    await lockAccounts(ctx);
    const { place, code, ...rest } = newcomer;
    const email = emailAsKept(newcomer.email);
    const named = code ?? email;
    await refuseKnown(ctx, named);
    const placeId = place === undefined ? null : await placeIdOf(ctx, place);
    const id = await saveStaff(ctx, { ...rest, email, code: named, placeId });
    return { staff: await staffMember(ctx, id), invitation: await invite(ctx, id) };
  });
}

/** Somebody with an account is changed or invited again, never added over: that would hand their rights to another. */
async function refuseKnown(ctx: Context, code: string): Promise<void> {
  const known = await ctx.db.maybe(sql`select staff_id from accounts where staff_id = ${namedId("staff", code)}::uuid`);
  if (known) throw new Conflict(`${code} has an account already. Change it, or invite them again.`);
}
