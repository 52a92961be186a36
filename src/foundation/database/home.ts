import { stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";

const defaultHome = "./.regulars";
export const defaultHomeOfRoot = "/var/lib/regulars";

/**
 * Where the state lives: what REGULARS_HOME says, else ./.regulars. PostgreSQL refuses to run as root, and the user it
 * runs as instead cannot pass a private folder such as /root: there root's state lives in /var/lib/regulars.
 */
export async function chooseHome(configured?: string | null, folder = process.cwd()): Promise<string> {
  if (configured) return resolve(configured);
  const home = resolve(folder, defaultHome);
  const isBlocked = process.getuid?.() === 0 && !(await belongsToUser(home)) && (await isBehindPrivateFolder(home));
  return isBlocked ? defaultHomeOfRoot : home;
}

/** Then PostgreSQL runs as that user, who can reach what is theirs. */
async function belongsToUser(home: string): Promise<boolean> {
  const found = await stat(home).catch(() => undefined);
  return found !== undefined && found.uid !== 0;
}

async function isBehindPrivateFolder(home: string): Promise<boolean> {
  for (let folder = dirname(home); folder !== dirname(folder); folder = dirname(folder)) {
    if (((await stat(folder)).mode & 0o001) === 0) return true;
  }
  return false;
}
