import { chmod, mkdir, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { DatabaseTrouble, WrongSettings } from "../../errors.ts";
import { defaultHomeOfRoot } from "../home.ts";
import { onDisk } from "../../on-disk.ts";
import { runAs, type SystemUser } from "./system-user.ts";

/** Makes the home, private to us; the user PostgreSQL runs as may pass through it, no more. */
export async function openHome(home: string, user: SystemUser): Promise<void> {
  await onDisk(home, async () => {
    await mkdir(dirname(home), { recursive: true });
    await mkdir(home, { mode: 0o700 }).catch(unlessThere);
    if (user) await letPass(home, user);
  });
}

async function letPass(home: string, user: NonNullable<SystemUser>): Promise<void> {
  if (await canEnter(home, user)) return;
  const { mode, uid } = await stat(home);
  if (uid === 0) await chmod(home, (mode & 0o777) | 0o011);
  if (await canEnter(home, user)) return;
  throw new WrongSettings(
    `PostgreSQL does not run as root but as ${user.name}, who cannot enter ${home}: a folder above it is private. ` +
      `Name a place that everybody may pass through, for example REGULARS_HOME=${defaultHomeOfRoot}.`,
  );
}

async function canEnter(folder: string, user: SystemUser): Promise<boolean> {
  const { code, err } = await runAs(user, "/bin/sh", ["-c", 'cd "$1"', "enter", folder]);
  if (code === 127) throw new DatabaseTrouble(`A shell could not be started as ${user?.name}: ${err}`);
  return code === 0;
}

function unlessThere(error: NodeJS.ErrnoException): void {
  if (error.code !== "EEXIST") throw error;
}
