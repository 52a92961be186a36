import { open } from "node:fs/promises";
import { DatabaseTrouble, Refusal } from "./errors.ts";

export const diskIsFull =
  "The disk is full. Free some space there and start again: nothing that was acknowledged is lost.";
export const diskIsReadOnly = "That disk is read-only. Make it writable, or name another place.";
const notOurs = "This user may not write there. Start as the user it belongs to, or name another place.";

const remedies: Readonly<Record<string, string>> = {
  ENOSPC: diskIsFull,
  EDQUOT: diskIsFull,
  EROFS: diskIsReadOnly,
  EACCES: notOurs,
  EPERM: notOurs,
  ENOTDIR: "Part of that path is a file. Name another place in REGULARS_HOME.",
  EIO: "The disk reports errors of its own. Look at it before anything else.",
};

/** Runs work on files; what a disk or a permission prevents becomes a refusal that names the place and the remedy. */
export async function onDisk<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const remedy = remedies[(error as NodeJS.ErrnoException).code ?? ""];
    if (!remedy || error instanceof Refusal) throw error;
    throw new DatabaseTrouble(`Regulars could not use ${path}. ${remedy}`);
  }
}

/** What was made or renamed in a folder is there after a power cut only when the folder itself was written. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
