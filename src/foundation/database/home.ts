import { stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";

const defaultHome = "./.regulars";
export const defaultHomeOfRoot = "/var/lib/regulars";

/**
 * Where the state lives: what REGULARS_HOME says, else ./.regulars. PostgreSQL refuses to run as root, and the user it
 * runs as instead cannot pass a private folder such as /root: there root's state lives in /var/lib/regulars.
 */
export async function chooseHome(configured: string | undefined, folder = process.cwd()): Promise<string> {
  if (configured) return resolve(configured);
  const home = resolve(folder, defaultHome);
  return process.getuid?.() === 0 && (await isBehindPrivateFolder(home)) ? defaultHomeOfRoot : home;
}

/** True when a folder above is open to its owner root alone. A private folder of somebody else is fine: PostgreSQL then runs as them. */
async function isBehindPrivateFolder(home: string): Promise<boolean> {
  for (let folder = dirname(home); folder !== dirname(folder); folder = dirname(folder)) {
    const { mode, uid } = await stat(folder);
    if (uid === 0 && (mode & 0o001) === 0) return true;
  }
  return false;
}
