import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { manifest } from "../../migrations/manifest.ts";
import { databaseOn, openPool, type Db } from "../../src/foundation/database/database.ts";
import { migrate } from "../../src/foundation/database/migrate.ts";
import { sql } from "../../src/foundation/database/sql.ts";
import { isProduct } from "../statements/corpus.ts";
import { statementsHeard } from "../statements/heard.ts";
import { isAboutData } from "../statements/statement.ts";

const url = process.env["CITUS_URL"];

if (!url)
  it.skip("on a cluster: CITUS_URL is not set (an empty database with the citus extension, on its coordinator)");

describe.runIf(url)("on a cluster", () => {
  const pool = openPool({ connectionString: url, max: 2 });
  const db = databaseOn(pool);

  beforeAll(async () => {
    const tables = await db.many(
      sql`select from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
    );
    if (tables.length > 0)
      throw new Error("CITUS_URL names a database that holds tables; give an empty one: it is emptied again");
    await migrate(db);
  });

  afterAll(async () => {
    await db.script("drop schema public cascade; create schema public");
    await pool.end();
  });

  it("places every table as the manifest says", async () => {
    expect(await placesOn(db)).toEqual(placesIn());
  });

  it("has nothing to do when it is migrated again", async () => {
    expect(await migrate(db)).toEqual([]);
  });

  it("plans every statement of the product, with the binds it was sent with", async ({ skip }) => {
    const statements = statementsHeard().filter(({ origin, text }) => isProduct(origin) && isAboutData(text));
    skip(statements.length === 0, "no statements were heard: this follows the tests that send them");
    const refused: string[] = [];
    for (const { origin, text, values } of statements.filter((one) => !/^\s*copy /.test(one.text))) {
      await db
        .many({ text: `explain ${text}`, values })
        .catch((error: Error) => refused.push(`${origin}: ${error.message}\n${text}`));
    }
    expect(refused.join("\n\n")).toBe("");
  });
});

/** Each spread table with its column, or with none where every machine holds it whole. */
function placesIn(): Record<string, string | null> {
  const spread = Object.entries(manifest).filter(([, { kind }]) => kind !== "local");
  return Object.fromEntries(
    spread.map(([name, placement]) => [name, placement.kind === "distributed" ? placement.column : null]),
  );
}

async function placesOn(db: Db): Promise<Record<string, string | null>> {
  const rows = await db.many<{ name: string; column: string | null }>(sql`
    select logicalrel::text as name,
      case when partmethod = 'h' then column_to_column_name(logicalrel, partkey) end as column
    from pg_dist_partition`);
  return Object.fromEntries(rows.map(({ name, column }) => [name, column]));
}
