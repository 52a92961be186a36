import type { Db } from "../../src/foundation/database/database.ts";
import { sql } from "../../src/foundation/database/sql.ts";
import { heap } from "./work.ts";

const arrival: Readonly<Record<string, string>> = { identities: "first_seen", facts: "first_observed_at" };

/**
 * Moves the rows of each heap into its table, in the order of their times, and builds keys and indexes afterwards: sorting
 * once is far faster than a million insertions. A transaction for each table: it is as it was, or it is full.
 */
export async function putInOrder(db: Db, tables: readonly string[], tell: (text: string) => void): Promise<void> {
  for (const table of tables) {
    tell(`putting ${table} in order`);
    await db.transaction((db) => fill(db, table));
    await db.script(`drop table ${heap}.${table}`);
  }
}

async function fill(db: Db, table: string): Promise<void> {
  const indexes = await indexesOf(db, table);
  await db.script("set local work_mem = '512MB'; set local maintenance_work_mem = '1GB'");
  for (const { drop } of indexes) await db.script(drop);
  // What is truncated in this transaction need not be logged.
  await db.script(`truncate public.${table}`);
  await db.script(`insert into public.${table} select * from ${heap}.${table} order by ${arrival[table] ?? "at"}`);
  for (const { add } of indexes) await db.script(add);
}

function indexesOf(db: Db, table: string): Promise<{ drop: string; add: string }[]> {
  return db.many<{ drop: string; add: string }>(sql`
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
      format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as add
    from pg_constraint where contype = 'p' and conrelid = ${table}::regclass
    union all
    select format('drop index %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
    from pg_index where indrelid = ${table}::regclass and not indisprimary`);
}
