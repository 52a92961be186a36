import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { manifest } from "../../../migrations/manifest.ts";
import { DatabaseTrouble } from "../errors.ts";
import type { Db } from "./database.ts";
import { distribute } from "./distribute.ts";
import type { Manifest } from "./placement.ts";
import { sql } from "./sql.ts";

type Migrations = {
  readonly folder: string;
  readonly manifest: Manifest;
  /** These files only, to bring a database to where a backup was made. */
  readonly only?: readonly string[];
};
type Migration = { readonly file: string; readonly text: string; readonly checksum: string };

const ours: Migrations = { folder: fileURLToPath(new URL("../../../migrations/", import.meta.url)), manifest };
// Any constant: processes that start together migrate one after the other.
const lock = 7_260_411;

/**
 * Brings the schema up to date: numbered files, forward only, each in a transaction of its own; then spreads the tables
 * where there is a cluster. Returns the files that ran.
 */
export async function migrate(db: Db, asked: Partial<Migrations> = {}): Promise<readonly string[]> {
  const { folder, manifest, only } = { ...ours, ...asked };
  const migrations = (await readMigrations(folder)).filter(({ file }) => only?.includes(file) ?? true);
  await db.transaction(async (db) => {
    await waitForTurn(db);
    await db.script("create table if not exists migrations (file text primary key, checksum text not null)");
    await refuseWhatIsNewer(db, migrations);
  });
  const applied: string[] = [];
  for (const migration of migrations) if (await apply(db, migration)) applied.push(migration.file);
  await db.transaction(async (db) => {
    await waitForTurn(db);
    await distribute(db, manifest);
  });
  return applied;
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith(".sql")).sort();
  return Promise.all(
    files.map(async (file) => {
      const text = await readFile(join(folder, file), "utf8");
      return { file, text, checksum: createHash("sha256").update(text).digest("hex") };
    }),
  );
}

/** A cluster would otherwise take local tables over as soon as they refer to a reference table; plain PostgreSQL does not mind. */
async function waitForTurn(db: Db): Promise<void> {
  await db.script("set local citus.enable_local_reference_table_foreign_keys to off");
  await db.run(sql`select pg_advisory_xact_lock(${lock})`);
}

async function refuseWhatIsNewer(db: Db, migrations: readonly Migration[]): Promise<void> {
  const files = migrations.map(({ file }) => file);
  const unknown = await db.many<{ file: string }>(
    sql`select file from migrations where not file = any(${files}::text[]) order by file collate "C"`,
  );
  if (unknown.length === 0) return;
  const names = unknown.map(({ file }) => file).join(", ");
  throw new DatabaseTrouble(
    `This database was brought up to date by another version of Regulars, which knows ${names}. Run that version, or a later one.`,
  );
}

async function apply(db: Db, { file, text, checksum }: Migration): Promise<boolean> {
  return db.transaction(async (db) => {
    await waitForTurn(db);
    const known = await db.maybe<{ checksum: string }>(sql`select checksum from migrations where file = ${file}`);
    if (known) return refuseWhatChanged(file, known.checksum === checksum);
    // The number first: whoever comes second fails here, before anything is done twice.
    await db.run(sql`insert into migrations (file, checksum) values (${file}, ${checksum})`);
    await db.script(text);
    return true;
  });
}

function refuseWhatChanged(file: string, same: boolean): false {
  if (same) return false;
  throw new DatabaseTrouble(
    `migrations/${file} was changed after it ran on this database. Put the file back as it was, and write the change as a new migration.`,
  );
}
