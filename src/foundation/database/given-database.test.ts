import { describe, expect, inject, it, onTestFinished } from "vitest";
import { freshDatabase } from "../../../test/database.ts";
import { hasPostgres15, postgres15ForThisTest } from "../../../test/postgres-15.ts";
import { databaseOn, openPool } from "./database.ts";
import { migrate } from "./migrate.ts";
import { openDatabase } from "./open-database.ts";
import { sql } from "./sql.ts";

const role = "server";
const home = "/nowhere/at/all";

async function anyDatabase(statements: readonly string[] = []): Promise<string> {
  const { db, url, drop } = await freshDatabase();
  onTestFinished(drop);
  for (const statement of statements) await db.script(statement);
  return url;
}

describe("a database of one's own", () => {
  it("is used as it is given", async () => {
    const opened = await openDatabase({ home, role, databaseUrl: await anyDatabase() });
    const pool = openPool(opened.connection);
    onTestFinished(() => pool.end());
    expect(await databaseOn(pool).one(sql`select 1 as one`)).toEqual({ one: 1 });
  });

  it("is not told apart by who else uses it", async () => {
    const databaseUrl = await anyDatabase();
    const servers = [await openDatabase({ home, role, databaseUrl }), await openDatabase({ home, role, databaseUrl })];
    expect(servers.map((server) => server.connection.connectionString)).toEqual([databaseUrl, databaseUrl]);
  });

  it.each([
    ["http://example.com", "is no address. It reads postgres://"],
    [
      "postgres://someone:secret@127.0.0.1:1/x",
      "The database x at 127.0.0.1:1 (DATABASE_URL) cannot be reached: nothing answers",
    ],
    ["postgres://someone:secret@no.such.host.invalid/x", "cannot be reached: "],
    ["postgres://someone:secret@/x?host=/nowhere", "there is no socket of PostgreSQL in that folder"],
  ])("says what is wrong with %s, and never the password", async (databaseUrl, words) => {
    const opening = openDatabase({ home, role, databaseUrl });
    await expect(opening).rejects.toThrow(words);
    await expect(opening).rejects.not.toThrow("secret");
  });

  it("must exist", async () => {
    const { server } = JSON.parse(inject("databaseServer")) as { server: string };
    const opening = openDatabase({ home, role, databaseUrl: server.replace("NAME", "nobody_made_me") });
    await expect(opening).rejects.toThrow("there is no database of that name. Make it: create database");
  });

  it("must keep text as UTF-8", async () => {
    const name = `latin_${process.pid}`;
    const url = await anyDatabase([`create database ${name} encoding 'LATIN1' locale 'C' template template0`]);
    const latin = url.replace(/\/test_[0-9a-f]+/, `/${name}`);
    await expect(openDatabase({ home, role, databaseUrl: latin })).rejects.toThrow("keeps text as LATIN1");
    await openPoolFor(url, (db) => db.script(`drop database ${name}`));
  });
});

describe("PostgreSQL 15, the oldest we promise", () => {
  it.skipIf(!hasPostgres15)("takes every migration and our statements", async () => {
    const databaseUrl = (await postgres15ForThisTest()).replace("NAME", "regulars");
    const opened = await openDatabase({ home, role, databaseUrl });
    await openPoolFor(opened.connection.connectionString!, async (db) => {
      expect(await db.one(sql`select current_setting('server_version_num')::int / 10000 as major`)).toEqual({
        major: 15,
      });
      expect((await migrate(db)).length).toBeGreaterThan(0);
      expect(await migrate(db)).toEqual([]);
      await db.copy("settings (name, value)", ["a\t1\n"]);
      await db.transaction(async (db) => {
        await db.run(
          sql`insert into settings (name, value) values (${"b"}, ${"2"}) on conflict (name) do update set value = excluded.value`,
        );
      });
      expect(
        await db.many(sql`select name from settings where name = any(${["a", "b"]}::text[]) order by name collate "C"`),
      ).toHaveLength(2);
    });
  });
});

async function openPoolFor(url: string, work: (db: ReturnType<typeof databaseOn>) => Promise<unknown>): Promise<void> {
  const pool = openPool({ connectionString: url, max: 2 });
  try {
    await work(databaseOn(pool));
  } finally {
    await pool.end();
  }
}
