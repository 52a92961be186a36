import type { Actor, Context, Role } from "../../foundation/context.ts";
import type { Db } from "../../foundation/database/database.ts";
import { sql } from "../../foundation/database/sql.ts";
import { tellAccessChanged } from "./access-changed.ts";
import { hashOf, newToken } from "./secret-token.ts";

export type Session = { readonly token: string; readonly expiresAt: Date };

const hour = 3_600_000;
/** A tablet that nobody touched since yesterday asks again, and after a month it asks anyhow. */
const idleMilliseconds = 24 * hour;
export const longestMilliseconds = 30 * 24 * hour;
// How exactly a session's last use is known: it is not written at every request.
const seenMilliseconds = 5 * 60_000;

export async function startSession(ctx: Context, staffId: string): Promise<Session> {
  const token = newToken();
  const expiresAt = new Date(ctx.now.getTime() + idleMilliseconds);
  await ctx.db.run(
    sql`delete from sessions where staff_id = ${staffId}::uuid and expires_at <= ${ctx.now}::timestamptz`,
  );
  await ctx.db.run(sql`
    insert into sessions (token_hash, staff_id, started_at, seen_at, expires_at)
    values (${hashOf(token)}, ${staffId}::uuid, ${ctx.now}::timestamptz, ${ctx.now}::timestamptz, ${expiresAt}::timestamptz)`);
  return { token, expiresAt: new Date(ctx.now.getTime() + longestMilliseconds) };
}

export async function endSession(ctx: Context, token: string): Promise<void> {
  await ctx.db.run(sql`delete from sessions where token_hash = ${hashOf(token)}`);
  await tellAccessChanged(ctx);
}

export async function endSessionsOf(ctx: Context, staffId: string): Promise<void> {
  await ctx.db.run(sql`delete from sessions where staff_id = ${staffId}::uuid`);
  await tellAccessChanged(ctx);
}

type Row = { id: string; name: string; role: Role; placeId: string | null; seenAt: Date; startedAt: Date };

/** Who is signed in with this token; being asked keeps the session alive. */
export async function actorOfSession(db: Db, token: string, now: Date): Promise<Actor | undefined> {
  const hash = hashOf(token);
  const row = await db.maybe<Row>(sql`
    select staff.id, staff.name, staff.role, staff.place_id as "placeId",
           sessions.seen_at as "seenAt", sessions.started_at as "startedAt"
    from sessions join staff on staff.id = sessions.staff_id
    where sessions.token_hash = ${hash} and sessions.expires_at > ${now}::timestamptz and staff.left_at is null`);
  if (!row) return undefined;
  if (now.getTime() - row.seenAt.getTime() > seenMilliseconds) await prolong(db, hash, row.startedAt, now);
  return { kind: "staff", id: row.id, name: row.name, role: row.role, placeId: row.placeId };
}

async function prolong(db: Db, hash: Buffer, startedAt: Date, now: Date): Promise<void> {
  const until = Math.min(now.getTime() + idleMilliseconds, startedAt.getTime() + longestMilliseconds);
  await db.run(sql`
    update sessions set seen_at = ${now}::timestamptz, expires_at = ${new Date(until)}::timestamptz
    where token_hash = ${hash}`);
}
