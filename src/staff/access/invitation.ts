import type { Context } from "../../foundation/context.ts";
import { sql } from "../../foundation/database/sql.ts";
import { inTransaction } from "../../foundation/database/transaction.ts";
import { NotFound } from "../../foundation/errors.ts";
import type { Invitation } from "../contract.ts";
import { hashPassword } from "./password.ts";
import { hashOf, newToken } from "./secret-token.ts";
import { endSessionsOf, startSession, type Session } from "./session.ts";

const lifeMilliseconds = 7 * 24 * 3_600_000;

/** A link that lets an employee choose a password, once. A newer one replaces it. */
export async function invite(ctx: Context, staffId: string): Promise<Invitation> {
  const token = newToken();
  const expiresAt = new Date(ctx.now.getTime() + lifeMilliseconds);
  await ctx.db.run(sql`
    insert into accounts (staff_id, made_at) values (${staffId}::uuid, ${ctx.now}::timestamptz) on conflict do nothing`);
  await ctx.db.run(sql`
    insert into invitations (staff_id, token_hash, expires_at)
    values (${staffId}::uuid, ${hashOf(token)}, ${expiresAt}::timestamptz)
    on conflict (staff_id) do update set token_hash = excluded.token_hash, expires_at = excluded.expires_at`);
  return { token, path: `/invitation#${token}`, expiresAt: expiresAt.toISOString() };
}

/** Sets the password and signs in; every older session ends, since the old password may be why there is a new one. */
export async function acceptInvitation(ctx: Context, token: string, password: string): Promise<Session> {
  await invitedBy(ctx, token);
  const hash = await hashPassword(password);
  return inTransaction(ctx, async (ctx) => {
    const staffId = await useUp(ctx, token);
    await ctx.db.run(sql`
      update accounts set password = ${hash}, password_at = ${ctx.now}::timestamptz where staff_id = ${staffId}::uuid`);
    await endSessionsOf(ctx, staffId);
    return startSession(ctx, staffId);
  });
}

/** Before the costly part: a guessed token costs us a look, not a password's worth of work. */
async function invitedBy(ctx: Context, token: string): Promise<void> {
  const found = await ctx.db.maybe(sql`
    select staff_id from invitations where token_hash = ${hashOf(token)} and expires_at > ${ctx.now}::timestamptz`);
  if (!found) throw notStanding();
}

async function useUp(ctx: Context, token: string): Promise<string> {
  const used = await ctx.db.maybe<{ staffId: string }>(sql`
    delete from invitations where token_hash = ${hashOf(token)} and expires_at > ${ctx.now}::timestamptz
    returning staff_id as "staffId"`);
  if (!used) throw notStanding();
  return used.staffId;
}

function notStanding(): NotFound {
  return new NotFound("This invitation was used, replaced or has expired. Ask an administrator for a new one.");
}
