import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Db } from "./database.ts";
import { sql } from "./sql.ts";

const folder = new URL("../../../migrations/", import.meta.url).pathname;
// Any constant: processes that start together migrate one after the other.
const lock = 7_260_411;

/** Brings the schema up to date; numbered files, forward only, each in a transaction of its own. */
export async function migrate(db: Db): Promise<readonly string[]> {
  const applied: string[] = [];
  for (const file of (await readdir(folder)).filter((name) => name.endsWith(".sql")).sort()) {
    const text = await readFile(join(folder, file), "utf8");
    if (await apply(db, file, text)) applied.push(file);
  }
  return applied;
}

async function apply(db: Db, file: string, text: string): Promise<boolean> {
  const checksum = createHash("sha256").update(text).digest("hex");
  return db.transaction(async (db) => {
    await db.run(sql`select pg_advisory_xact_lock(${lock})`);
    await db.run(sql`create table if not exists migrations (file text primary key, checksum text not null)`);
    const known = await db.maybe<{ checksum: string }>(sql`select checksum from migrations where file = ${file}`);
    if (known && known.checksum !== checksum) throw new Error(`migration ${file} was changed after it ran here`);
    if (known) return false;
    await db.run(sql`insert into migrations (file, checksum) values (${file}, ${checksum})`);
    await db.script(text);
    return true;
  });
}
