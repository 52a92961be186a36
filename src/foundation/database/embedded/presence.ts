import { setTimeout as pause } from "node:timers/promises";
import type { DatabaseRole } from "../opened-database.ts";
import type { Session } from "./session.ts";

// Any constant; sessions take it in the database "postgres", where nothing else is locked.
const serverLock = 4_000_114;
const patienceMilliseconds = 1_500;

/** "regulars server 1234 http://127.0.0.1:4000": PostgreSQL keeps 63 bytes of it. */
export function nameOf(role: DatabaseRole, address = ""): string {
  return `regulars ${role} ${process.pid} ${address}`.trim().slice(0, 63);
}

export async function announce(session: Session, name: string): Promise<void> {
  await session.many("select set_config('application_name', $1, false)", [name]);
}

/** Takes the one place a home has for a server. A server that was killed leaves it within moments; else: who has it? */
export async function takeServerPlace(session: Session): Promise<string | undefined> {
  for (const until = performance.now() + patienceMilliseconds; ; await pause(50)) {
    const [answer] = await session.many<{ taken: boolean }>("select pg_try_advisory_lock($1) as taken", [serverLock]);
    if (answer?.taken) return undefined;
    if (performance.now() > until) return holder(session);
  }
}

async function holder(session: Session): Promise<string> {
  const [found] = await session.many<{ name: string }>(
    `select application_name as name
     from pg_locks join pg_stat_activity using (pid)
     where locktype = 'advisory' and objid = $1 and granted`,
    [serverLock],
  );
  return found?.name ?? "regulars server";
}

/** Where the server of this home said that it can be reached. */
export async function announcedAddress(session: Session): Promise<string | undefined> {
  const [, , , address] = (await holder(session)).split(" ");
  return address;
}

/** Says that we leave, then counts who does not: of several who leave at once the last knows that it is the last. */
export async function othersStaying(session: Session): Promise<number> {
  await announce(session, `leaving ${process.pid}`);
  const [counted] = await session.many<{ others: number }>(
    `select count(*)::int as others
     from pg_stat_activity
     where application_name ~ '^regulars (server|command) ' and pid <> pg_backend_pid()`,
  );
  return counted?.others ?? 0;
}
