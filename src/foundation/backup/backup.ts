import { mkdir, open, readdir, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { manifest } from "../../../migrations/manifest.ts";
import { Conflict, InvalidInput } from "../errors.ts";
import { onDisk, syncFolder } from "../on-disk.ts";

/** What stands in a backup's `backup.json`, written last: a folder without it is no backup. */
export type Backup = {
  readonly format: 1;
  readonly madeAt: string;
  readonly about: string;
  /** Of the identity key, which is not in the backup; null where no server ever started. */
  readonly keyFingerprint: string | null;
  readonly migrations: readonly { readonly file: string; readonly checksum: string }[];
  /** Parents before those that refer to them. */
  readonly tables: readonly SavedFile[];
  readonly jobs: SavedFile;
};

/** Rows as COPY writes them in text format, compressed. `target` is table and columns. */
export type SavedFile = {
  readonly name: string;
  readonly target: string;
  readonly file: string;
  readonly rows: number;
  readonly sha256: string;
};

export const about =
  "A backup of Regulars: personal data. The identity key is not in it; keep REGULARS_KEY or the file key of the home elsewhere.";

// Sign-ins, counters of a minute and notices between processes belong to the moment; migrating makes its own list.
const leftOut = new Set(["sessions", "counted", "changes", "migrations"]);

/** In an order in which they can be filled. */
export const savedTables: readonly string[] = Object.keys(manifest).filter((table) => !leftOut.has(table));

const listing = "backup.json";

export function emptyFolder(folder: string): Promise<void> {
  return onDisk(folder, async () => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    if ((await readdir(folder)).length) throw new Conflict(`${folder} is not empty. Name a new folder for the backup.`);
  });
}

/** Under another name first, and on the disk before it gets its own: a backup that is listed is complete. */
export async function writeListing(folder: string, backup: Backup): Promise<void> {
  const draft = join(folder, `${listing}.new`);
  const handle = await open(draft, "w", 0o600);
  await handle.writeFile(`${JSON.stringify(backup, null, 2)}\n`);
  await handle.sync();
  await handle.close();
  await rename(draft, join(folder, listing));
  await syncFolder(folder);
}

export async function readListing(folder: string): Promise<Backup> {
  const text = await readFile(join(folder, listing), "utf8").catch(() => {
    throw new InvalidInput(`${folder} holds no complete backup: there is no ${listing} in it.`);
  });
  const backup = JSON.parse(text) as Backup;
  if (backup.format === 1 && [...backup.tables, backup.jobs].every(isOurs)) return backup;
  throw new InvalidInput(
    `The backup in ${folder} was made by a newer version of Regulars, or changed since. Restore it with that version.`,
  );
}

// These become part of statements and paths.
function isOurs({ name, target, file }: SavedFile): boolean {
  return /^[a-z_]+$/.test(name) && /^[a-z_]+ \([a-z0-9_", ]+\)$/.test(target) && file === `${name}.copy.gz`;
}
