import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { DatabaseTrouble } from "../../errors.ts";
import { onDisk, syncFolder } from "../../on-disk.ts";
import type { Cluster } from "./cluster.ts";
import { isAlive } from "./postmaster.ts";
import type { Programs } from "./programs.ts";
import { thisMachine } from "./settings.ts";
import { giveTo, runAs, type Finished, type SystemUser } from "./system-user.ts";
import { programTrouble } from "./trouble.ts";

/**
 * Makes an empty database, complete or not at all: beside its place, then renamed. Of several processes that start
 * at once the first to rename wins, and the others use what is there.
 */
export async function initialise(
  cluster: Cluster,
  programs: Programs,
  user: SystemUser,
  isDurable: boolean,
): Promise<void> {
  if (await isInitialised(cluster, programs)) return;
  await refuseTooSmall(cluster);
  await sweepDrafts(cluster);
  const draft = await onDisk(cluster.home, () => mkdtemp(`${cluster.folder}.new-${process.pid}-`));
  try {
    await fill(draft, cluster, programs, user);
    if (isDurable) await runAs(undefined, "sync", process.platform === "linux" ? ["-f", draft] : []);
    await rename(draft, cluster.folder);
    await syncFolder(cluster.home);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (!isTaken(error)) throw error;
    if (!(await isInitialised(cluster, programs))) throw somethingElse(cluster);
  }
}

// An empty database takes 60 MB; with less than this it would be full within minutes.
const freeMebiMin = 120;

async function refuseTooSmall({ home }: Cluster): Promise<void> {
  const { freeDiskMebi } = await thisMachine(home);
  if (freeDiskMebi >= freeMebiMin) return;
  throw new DatabaseTrouble(
    `There are ${freeDiskMebi} MB free in ${home}, and a new database needs ${freeMebiMin}. ` +
      `Free some space there, or name another place in REGULARS_HOME.`,
  );
}

async function isInitialised(cluster: Cluster, programs: Programs): Promise<boolean> {
  const version = await onDisk(cluster.data, () => readFile(join(cluster.data, "PG_VERSION"), "utf8").catch(absent));
  if (version === undefined) return false;
  if (Number(version) === programs.major) return true;
  throw new DatabaseTrouble(
    `The database in ${cluster.folder} was made by PostgreSQL ${version.trim()}; this version of Regulars brings ${programs.major}. ` +
      `Save it with the version of Regulars that made it (regulars backup DIR), then restore it into an empty home.`,
  );
}

async function fill(draft: string, cluster: Cluster, programs: Programs, user: SystemUser): Promise<void> {
  const password = join(draft, "password");
  await onDisk(draft, () => writeFile(password, randomBytes(24).toString("base64url"), { mode: 0o600 }));
  await Promise.all([giveTo(user, draft), giveTo(user, password)]);
  const made = await runAs(user, join(programs.bin, "initdb"), [
    ...initdbOptions(programs),
    "-D",
    join(draft, "data"),
    `--pwfile=${password}`,
  ]);
  orGiveUp(made, `Regulars could not make a database in ${cluster.home}`, cluster);
  orGiveUp(
    await runAs(user, "mkfifo", ["-m", "600", join(draft, "hold")]),
    `Regulars could not make a pipe in ${cluster.home}`,
    cluster,
  );
}

// Sorting and upper case the same on every machine; where that is not built in yet, plain C.
function initdbOptions({ major }: Programs): string[] {
  const locale = major >= 17 ? ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"] : ["--locale=C"];
  return [
    ...locale,
    "--encoding=UTF8",
    "--username=regulars",
    "--auth=scram-sha-256",
    "--no-sync",
    "--no-instructions",
  ];
}

function orGiveUp({ code, out, err }: Finished, what: string, cluster: Cluster): void {
  if (code !== 0) throw programTrouble(what, `${out}\n${err}`, cluster.log);
}

/** What processes that died half way left behind. */
async function sweepDrafts(cluster: Cluster): Promise<void> {
  const prefix = `${basename(cluster.folder)}.new-`;
  for (const name of await readdir(dirname(cluster.folder))) {
    const pid = name.startsWith(prefix) ? Number.parseInt(name.slice(prefix.length), 10) : 0;
    if (pid && !isAlive(pid))
      await rm(join(dirname(cluster.folder), name), { recursive: true, force: true }).catch(() => {});
  }
}

function isTaken(error: unknown): boolean {
  return ["ENOTEMPTY", "EEXIST"].includes((error as NodeJS.ErrnoException).code ?? "");
}

function somethingElse(cluster: Cluster): DatabaseTrouble {
  return new DatabaseTrouble(
    `${cluster.folder} holds something that is no database. Move it away, or name another place in REGULARS_HOME.`,
  );
}

function absent(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
}
