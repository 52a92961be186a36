import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { databaseForThisTest } from "../../../test/database.ts";
import { DatabaseTrouble } from "../errors.ts";
import { stepsToDistribute } from "./distribute.ts";
import { migrate } from "./migrate.ts";
import { distributed, local, reference } from "./placement.ts";
import { sql } from "./sql.ts";

/** A database in which nothing of ours has run, and a folder of migrations for it. */
async function before(files: Record<string, string>) {
  const db = await databaseForThisTest();
  await db.script("drop schema public cascade; create schema public");
  const folder = await mkdtemp(join(tmpdir(), "regulars-migrations-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const write = async (files: Record<string, string>) => {
    for (const [file, text] of Object.entries(files)) await writeFile(join(folder, file), text);
  };
  await write(files);
  return { db, write, migrations: { folder, manifest: {} } };
}

it("runs what has not run yet, in the order of the numbers", async () => {
  const { db, write, migrations } = await before({
    "0002-b.sql": "alter table a add b int",
    "0001-a.sql": "create table a (id int)",
  });
  expect(await migrate(db, migrations)).toEqual(["0001-a.sql", "0002-b.sql"]);
  await write({ "0003-c.sql": "alter table a add c int" });
  expect(await migrate(db, migrations)).toEqual(["0003-c.sql"]);
  expect(await migrate(db, migrations)).toEqual([]);
});

it("leaves nothing of a migration that fails, and all of those before it", async () => {
  const { db, write, migrations } = await before({
    "0001-a.sql": "create table a (id int)",
    "0002-b.sql": "create table b (id int); insert into b values (1); select 1/0",
  });
  await expect(migrate(db, migrations)).rejects.toThrow("division by zero");
  const names = sql`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`;
  expect(await db.many(names)).toEqual([{ name: "a" }, { name: "migrations" }]);
  expect(await db.many(sql`select file from migrations`)).toEqual([{ file: "0001-a.sql" }]);

  await write({ "0002-b.sql": "create table b (id int)" });
  expect(await migrate(db, migrations)).toEqual(["0002-b.sql"]);
});

it("runs each once when several processes start together", async () => {
  const { db, migrations } = await before({
    "0001-a.sql": "create table a (id int)",
    "0002-b.sql": "create table b (id int)",
  });
  const ran = await Promise.all([1, 2, 3, 4].map(() => migrate(db, migrations)));
  expect(ran.flat().sort()).toEqual(["0001-a.sql", "0002-b.sql"]);
});

it("refuses a file that was changed after it ran, and says what to do", async () => {
  const { db, write, migrations } = await before({ "0001-a.sql": "create table a (id int)" });
  await migrate(db, migrations);
  await write({ "0001-a.sql": "create table a (id bigint)" });
  await expect(migrate(db, migrations)).rejects.toThrow(DatabaseTrouble);
  await expect(migrate(db, migrations)).rejects.toThrow("0001-a.sql was changed after it ran");
});

it("refuses a database that a later version brought further", async () => {
  const { db, migrations } = await before({ "0001-a.sql": "create table a (id int)" });
  await migrate(db, migrations);
  await db.run(sql`insert into migrations (file, checksum) values ('0002-b.sql', 'unknown here')`);
  await expect(migrate(db, migrations)).rejects.toThrow("another version of Regulars, which knows 0002-b.sql");
});

it("spreads reference tables first, then each group after its first table, and nothing twice", () => {
  const person = distributed("identity_id", "person");
  const steps = stepsToDistribute(
    { identities: distributed("id", "person"), places: reference, queue: local, touches: person, lines: person },
    new Set(["lines"]),
  );
  expect(steps.map(({ table, statement }) => [table, ...statement.values])).toEqual([
    ["places", "places"],
    ["identities", "identities", "id", "none"],
    ["touches", "touches", "identity_id", "identities"],
  ]);
});
