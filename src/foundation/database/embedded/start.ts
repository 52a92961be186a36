import { lstat } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { DatabaseTrouble } from "../../errors.ts";
import { onDisk } from "../../on-disk.ts";
import type { Cluster } from "./cluster.ts";
import { startKeeper, type Keeper } from "./keeper.ts";
import { runningPostmaster } from "./postmaster.ts";
import type { Programs } from "./programs.ts";
import { settingsFor, thisMachine } from "./settings.ts";
import { runAs, type SystemUser } from "./system-user.ts";
import { programTrouble } from "./trouble.ts";

export type Installation = {
  readonly cluster: Cluster;
  readonly programs: Programs;
  readonly user: SystemUser;
  readonly isDurable: boolean;
  readonly tell: (message: string) => void;
};

const pollMilliseconds = 10;
const patienceMilliseconds = 5_000;

/** Returns when PostgreSQL is ready: one that runs already, or one that we start. Says whether it was there before. */
export async function ensureRunning(installation: Installation): Promise<{ wasRunning: boolean }> {
  const notice = slowNotice(installation);
  const since = performance.now();
  let keeper: Keeper | undefined;
  for (; ; await pause(pollMilliseconds)) {
    const found = await runningPostmaster(installation.cluster);
    if (found?.status === "ready") return { wasRunning: keeper === undefined };
    if (!found && keeper?.hasEnded()) {
      if (!isTaken(keeper) || performance.now() - since > takenMilliseconds) throw notStarted(installation, keeper);
      await pause(100);
      keeper = undefined;
    }
    if (!found) keeper ??= await start(installation);
    notice();
  }
}

const takenMilliseconds = 30_000;

/** Another process was faster, or sessions of a server that was killed need a moment to end. */
function isTaken(keeper: Keeper): boolean {
  return /lock file ".*" already exists|is still in use/.test(keeper.lastWords());
}

async function start({ cluster, programs, user, isDurable }: Installation): Promise<Keeper> {
  return onDisk(cluster.folder, async () => {
    await makeSocketFolder(cluster, user);
    return startKeeper(cluster, programs, user, settingsFor(await thisMachine(cluster.data), isDurable));
  });
}

/** Ours alone: in a shared temporary folder somebody else could have made it first. */
async function makeSocketFolder(cluster: Cluster, user: SystemUser): Promise<void> {
  await runAs(user, "mkdir", ["-m", "700", cluster.socket]);
  const folder = await lstat(cluster.socket);
  const owner = user?.uid ?? process.getuid?.();
  if (folder.isDirectory() && folder.uid === owner && (folder.mode & 0o077) === 0) return;
  throw new DatabaseTrouble(
    `${cluster.socket} belongs to somebody else or is open to others. Remove it and start again.`,
  );
}

function notStarted({ cluster }: Installation, keeper: Keeper): DatabaseTrouble {
  return programTrouble(`The database in ${cluster.home} could not be started`, keeper.lastWords(), cluster.log);
}

function slowNotice({ tell, cluster }: Installation): () => void {
  const since = performance.now();
  let isTold = false;
  return () => {
    if (isTold || performance.now() - since < patienceMilliseconds) return;
    isTold = true;
    tell(
      `The database in ${cluster.home} is still starting or stopping: after a crash it first repeats what was written last.`,
    );
  };
}
