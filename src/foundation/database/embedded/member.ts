import { setTimeout as pause } from "node:timers/promises";
import { Conflict } from "../../errors.ts";
import type { DatabaseRole } from "../opened-database.ts";
import type { Hold } from "./hold.ts";
import { isAlive, runningPostmaster } from "./postmaster.ts";
import { announce, othersStaying, takeServerPlace } from "./presence.ts";
import { openSession, type Session } from "./session.ts";
import { ensureRunning, type Installation } from "./start.ts";
import { isPassing, sessionTrouble } from "./trouble.ts";

/** This process, as one of those that use the PostgreSQL of a home. */
export type Member = {
  readonly installation: Installation;
  readonly hold: Hold;
  readonly role: DatabaseRole;
  name: string;
  session?: Session;
  /** While PostgreSQL is away. */
  comingBack?: Promise<void>;
  readonly leaving: AbortController;
};

const attempts = 20;

/** One session on a PostgreSQL that is ready. The one we find may be on its way out: then once more. */
export async function join(member: Member): Promise<{ wasRunning: boolean }> {
  for (let attempt = 1; ; attempt++) {
    const { wasRunning } = await ensureRunning(member.installation);
    try {
      member.session = await enter(member);
      return { wasRunning };
    } catch (error) {
      if (!isPassing(error) || attempt >= attempts) throw sessionTrouble(error as Error, member.installation.cluster);
      await pause(20 * attempt);
    }
  }
}

async function enter(member: Member): Promise<Session> {
  const session = await openSession(member.installation.cluster, member.name);
  const other = member.role === "server" ? await takeServerPlace(session) : undefined;
  if (!other) return session;
  await session.close();
  throw alreadyServed(member.installation.cluster.home, other);
}

function alreadyServed(home: string, other: string): Conflict {
  const [, , pid, address] = other.split(" ");
  return new Conflict(
    `Another Regulars server (process ${pid}${address ? `, ${address}` : ""}) is running on ${home}. ` +
      `Stop that one first, or give this one a home of its own in REGULARS_HOME.`,
  );
}

export async function rename(member: Member, name: string): Promise<void> {
  member.name = name;
  await announce(member.session!, name);
}

/** Whoever notices first that PostgreSQL has gone starts it again; everybody else joins. */
export async function keepWatch(member: Member): Promise<void> {
  while (!member.leaving.signal.aborted) {
    await member.session!.ended;
    if (!member.leaving.signal.aborted) await (member.comingBack = comeBack(member));
  }
}

async function comeBack(member: Member): Promise<void> {
  const { tell } = member.installation;
  const { signal } = member.leaving;
  tell("The database has gone. Starting it again.");
  for (let wait = 100; !signal.aborted; wait = Math.min(wait * 2, 10_000)) {
    try {
      await join(member);
      return tell("The database is back.");
    } catch (error) {
      tell((error as Error).message);
      await pause(wait, undefined, { ref: false, signal }).catch(() => {});
    }
  }
}

/** Lets go. The last to leave waits until PostgreSQL has written everything and is gone. */
export async function leave(member: Member): Promise<void> {
  if (member.leaving.signal.aborted) return;
  member.leaving.abort();
  await member.comingBack;
  const { cluster } = member.installation;
  const others = await othersStaying(member.session!).catch(() => 0);
  const server = await runningPostmaster(cluster);
  await member.session!.close();
  member.hold.release();
  if (others > 0 || !server) return;
  // The keeper does this too; it may have been killed.
  if (isAlive(server.pid)) process.kill(server.pid, "SIGINT");
  while ((await runningPostmaster(cluster))?.pid === server.pid) await pause(10);
}
