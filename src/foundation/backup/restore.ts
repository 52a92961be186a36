import { manifest } from "../../../migrations/manifest.ts";
import type { Context } from "../context.ts";
import type { Db } from "../database/database.ts";
import { migrate } from "../database/migrate.ts";
import { sql } from "../database/sql.ts";
import { Conflict, InvalidInput } from "../errors.ts";
import { savedTables, type Backup } from "./backup.ts";
import { loadRows } from "./saved-file.ts";
import { loadJobs } from "./saved-jobs.ts";

export type RestoreOptions = { readonly mayReplace?: boolean; readonly tell?: (progress: string) => void };

/**
 * Brings a backup back, wholly or not at all: the tables as they were when it was made, its rows, then what later
 * migrations make of them. Needs the queue's tables (`migrateJobs`), and no server on the database.
 */
export async function restore(
  ctx: Context,
  folder: string,
  backup: Backup,
  options: RestoreOptions = {},
): Promise<void> {
  const { mayReplace = false, tell = () => {} } = options;
  await ctx.db.transaction(async (db) => {
    await clear(db, mayReplace);
    await bringTo(db, backup);
    for (const table of backup.tables) {
      await loadRows(db, folder, table);
      tell(`restored ${table.name}: ${table.rows} rows`);
    }
    await loadJobs(db, folder, backup.jobs);
    await migrate(db);
  });
}

async function clear(db: Db, mayReplace: boolean): Promise<void> {
  const there = await tablesThere(db);
  const filled = await firstFilled(db, there);
  if (filled && !mayReplace) {
    throw new Conflict(
      `The database is not empty: there are rows in ${filled}. Restore into an empty one, or say --replace to lose what is there.`,
    );
  }
  if (there.length) await db.script(`drop table ${there.join(", ")} cascade`);
}

async function tablesThere(db: Db): Promise<string[]> {
  const tables = Object.keys(manifest);
  const rows = await db.many<{ name: string }>(sql`
    select name from unnest(${tables}::text[]) with ordinality as named (name, nr)
    where to_regclass(name) is not null order by nr`);
  return rows.map(({ name }) => name);
}

/** The settings do not count: a first start leaves some behind. */
async function firstFilled(db: Db, tables: readonly string[]): Promise<string | undefined> {
  for (const table of tables.filter((table) => table !== "settings" && savedTables.includes(table))) {
    const { filled } = await db.one<{ filled: boolean }>({
      text: `select exists (select from ${table}) as filled`,
      values: [],
    });
    if (filled) return table;
  }
  return undefined;
}

/** The schema of the moment the backup was made, without what migrations put into it. */
async function bringTo(db: Db, backup: Backup): Promise<void> {
  const saved = new Set(backup.tables.map(({ name }) => name));
  const only = backup.migrations.map(({ file }) => file);
  const then = Object.fromEntries(Object.entries(manifest).filter(([table]) => saved.has(table)));
  await migrate(db, { only, manifest: then });
  const ours = await db.many<{ file: string; checksum: string }>(sql`select file, checksum from migrations`);
  const checksums = new Map(ours.map(({ file, checksum }) => [file, checksum]));
  const strange = backup.migrations.find(({ file, checksum }) => checksums.get(file) !== checksum);
  if (strange)
    throw new InvalidInput(
      `The backup was made by a version of Regulars with another migration ${strange.file}. Restore it with that version, or a later one.`,
    );
  await db.script(`truncate ${[...saved].join(", ")} cascade`);
}
