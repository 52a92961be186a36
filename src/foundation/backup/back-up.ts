import type { Context } from "../context.ts";
import type { Db } from "../database/database.ts";
import { sql } from "../database/sql.ts";
import { onDisk } from "../on-disk.ts";
import { about, emptyFolder, savedTables, writeListing, type Backup, type SavedFile } from "./backup.ts";
import { savedJobs } from "./saved-jobs.ts";
import { saveRows } from "./saved-file.ts";

type Tell = (progress: string) => void;

/** Saves everything as of one moment, while the server goes on. The identity key is not saved. */
export async function backUp(ctx: Context, folder: string, tell: Tell = () => {}): Promise<Backup> {
  await emptyFolder(folder);
  const backup = await ctx.db.transaction(async (db) => {
    await db.script("set transaction isolation level repeatable read, read only; set local datestyle to 'ISO, YMD'");
    return onDisk(folder, () => save(db, folder, ctx.now, tell));
  });
  await onDisk(folder, () => writeListing(folder, backup));
  return backup;
}

async function save(db: Db, folder: string, now: Date, tell: Tell): Promise<Backup> {
  const tables: SavedFile[] = [];
  for (const table of savedTables) {
    tables.push(await saveRows(db, folder, table, await sourceOf(db, table)));
    tell(`saved ${table}: ${tables.at(-1)!.rows} rows`);
  }
  return {
    format: 1,
    madeAt: now.toISOString(),
    about,
    keyFingerprint: await keyFingerprint(db),
    migrations: await db.many(sql`select file, checksum from migrations order by file collate "C"`),
    tables,
    jobs: await savedJobs(db, folder),
  };
}

/** Table and columns by name: a later version may order them otherwise. */
async function sourceOf(db: Db, table: string): Promise<string> {
  const { columns } = await db.one<{ columns: string }>(sql`
    select string_agg(format('%I', attname), ', ' order by attnum) as columns
    from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = ''`);
  return `${table} (${columns})`;
}

async function keyFingerprint(db: Db): Promise<string | null> {
  const setting = await db.maybe<{ value: string }>(sql`select value from settings where name = 'key fingerprint'`);
  return setting?.value ?? null;
}
