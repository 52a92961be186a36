import type { Db } from "./database.ts";
import type { Manifest } from "./placement.ts";
import { rulesOfPlacement } from "./placement-rules.ts";
import { sql } from "./sql.ts";

type Breach = { readonly rule: string; readonly table: string; readonly detail: string };

/**
 * Where the tables that are there could not be spread over a cluster as the manifest says. Keeping the rules is cheap
 * from the first table on, and a rewrite later.
 */
export function breachesOfPlacement(db: Db, manifest: Manifest): Promise<Breach[]> {
  return db.transaction(async (db) => {
    await putDown(db, manifest);
    const found: Breach[] = [];
    for (const [rule, statement] of Object.entries(rulesOfPlacement)) {
      const breaches = await db.many<Omit<Breach, "rule">>(statement);
      found.push(...breaches.map((breach) => ({ rule, ...breach })));
    }
    return found;
  });
}

/** For the length of the transaction: `placed`, a row for each line of the manifest, and parts of it. */
async function putDown(db: Db, manifest: Manifest): Promise<void> {
  const lines = Object.entries(manifest).map(([name, placement]) => ({ name, ...placement }));
  await db.script(`
    create temporary table placed (name text, kind text, key text, "group" text, relid oid) on commit drop;
    create temporary view spread as select * from placed where kind <> 'local' and relid is not null;
    create temporary view keyed as
      select placed.*, attnum as key_number
      from placed join pg_attribute on attrelid = relid and attname = key and not attisdropped
      where kind = 'distributed'`);
  await db.run(sql`
    insert into placed
    select name, kind, "column", "group", to_regclass(format('public.%I', name))
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as line (name text, kind text, "column" text, "group" text)`);
}
