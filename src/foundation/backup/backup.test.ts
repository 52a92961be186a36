import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { freshDatabase } from "../../../test/database.ts";
import type { Context } from "../context.ts";
import { openPool, type Db } from "../database/database.ts";
import { sql } from "../database/sql.ts";
import { randomId } from "../ids.ts";
import { enqueue, migrateJobs } from "../jobs.ts";
import { readListing, savedTables, type Backup } from "./backup.ts";
import { backUp } from "./back-up.ts";
import { restore } from "./restore.ts";

const now = new Date("2026-06-01T12:00:00Z");

/** An empty database, as at the first start. */
async function installation(): Promise<Context> {
  const { db, url, drop } = await freshDatabase();
  onTestFinished(drop);
  const pool = openPool({ connectionString: url, max: 1 });
  await migrateJobs(pool);
  await pool.end();
  return { actor: { kind: "system", name: "test" }, db, now };
}

/** Mr Oduya had dessert; his note has every character that a copy could stumble over. */
async function fill(ctx: Context): Promise<void> {
  const [place, staff, identity] = [randomId(), randomId(), randomId()];
  const { db } = ctx;
  await db.run(
    sql`insert into settings (name, value) values ('key fingerprint', ${'"abc"'}::jsonb), ('odd', ${'{"a": "\\t\\\\N"}'}::jsonb)`,
  );
  await db.run(
    sql`insert into places (id, code, name, zone, region, currency) values (${place}, 'soho', 'Soho', 'Europe/London', 'GB', 'GBP')`,
  );
  await db.run(sql`insert into staff (id, code, name, place_id) values (${staff}, 'maya', 'Maya', ${place})`);
  await db.run(sql`insert into accounts (staff_id, password, made_at) values (${staff}, null, ${now})`);
  await db.run(
    sql`insert into sessions (token_hash, staff_id, started_at, seen_at, expires_at) values ('\\x01', ${staff}, ${now}, ${now}, ${now})`,
  );
  await db.run(sql`
    insert into touches (identity_id, at, id, source, touchpoint_id, visit, channel, text, others)
    values (${identity}, ${now}, ${randomId()}, 'till', ${randomId()}, true, 'in person', ${"tab\t line\n \\N \\. “Ọdúyà” 🍮"}, ${[randomId(), randomId()]})`);
  await enqueue(ctx, "thank", { who: "Mr Oduya\n\t\\" }, { runAt: new Date("2026-07-01T00:00:00Z"), key: "thanks" });
}

/** All rows of all saved tables, in one order. */
async function contentOf(db: Db): Promise<unknown[]> {
  const rows = [];
  for (const table of savedTables) {
    rows.push(
      ...(await db.many({
        text: `select '${table}' as table, to_jsonb(t) as row from ${table} t order by to_jsonb(t)::text`,
        values: [],
      })),
    );
  }
  return rows;
}

function jobsIn(db: Db): Promise<object[]> {
  return db.many(sql`
    select identifier, payload, run_at, key
    from graphile_worker._private_jobs jobs join graphile_worker._private_tasks tasks on tasks.id = task_id`);
}

describe("a backup", () => {
  let folder: string;
  let ctx: Context;
  let backup: Backup;

  beforeEach(async () => {
    const parent = await mkdtemp(join(tmpdir(), "regulars-backup-"));
    onTestFinished(() => rmSync(parent, { recursive: true }));
    folder = join(parent, "monday");
    ctx = await installation();
    await fill(ctx);
    backup = await backUp(ctx, folder);
  });

  it("brings every row and every waiting job back, but no sign-in", async () => {
    const other = await installation();
    await restore(other, folder, await readListing(folder));
    expect(await contentOf(other.db)).toEqual(await contentOf(ctx.db));
    expect(await jobsIn(other.db)).toEqual(await jobsIn(ctx.db));
    expect(await other.db.many(sql`select staff_id from sessions`)).toEqual([]);
  });

  it("is for its owner's eyes, holds no identity key and says so", () => {
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, "touches.copy.gz")).mode & 0o777).toBe(0o600);
    expect(existsSync(join(folder, "key"))).toBe(false);
    expect(JSON.parse(readFileSync(join(folder, "backup.json"), "utf8"))).toMatchObject({
      madeAt: "2026-06-01T12:00:00.000Z",
      about: expect.stringContaining("The identity key is not in it") as string,
      keyFingerprint: "abc",
    });
  });

  it("made before a later migration is brought up to date", async () => {
    const migrations = backup.migrations.filter(({ file }) => file !== "0010-catalogue-history.sql");
    const tables = backup.tables.filter(({ name }) => name !== "catalogue_changes");
    const other = await installation();
    await restore(other, folder, { ...backup, migrations, tables });
    expect(await contentOf(other.db)).toEqual(await contentOf(ctx.db));
    expect(await other.db.many(sql`select file, checksum from migrations order by file collate "C"`)).toEqual(
      backup.migrations,
    );
  });

  it("does not go over what is there, unless told to", async () => {
    await ctx.db.run(sql`update staff set name = 'Somebody else'`);
    await expect(restore(ctx, folder, backup)).rejects.toThrow("The database is not empty: there are rows in places.");
    await restore(ctx, folder, backup, { mayReplace: true });
    expect(await ctx.db.one(sql`select name from staff`)).toEqual({ name: "Maya" });
    expect(await jobsIn(ctx.db)).toHaveLength(1);
  });

  it.each([
    ["a byte of it changed", (bytes: Buffer) => (bytes.writeUInt8(bytes.readUInt8(20) ^ 1, 20), bytes)],
    ["its end is missing", (bytes: Buffer) => bytes.subarray(0, bytes.length - 9)],
  ])("is refused when %s, and nothing is lost", async (_, damage) => {
    const file = join(folder, "touches.copy.gz");
    writeFileSync(file, damage(readFileSync(file)));
    const before = await contentOf(ctx.db);
    await expect(restore(ctx, folder, backup, { mayReplace: true })).rejects.toThrow(
      /touches.copy.gz cannot be restored .* Nothing was changed/,
    );
    expect(await contentOf(ctx.db)).toEqual(before);
  });

  it("is refused when it was made by another version's migrations", async () => {
    const [first, ...rest] = backup.migrations;
    const migrations = [{ ...first!, checksum: "another" }, ...rest];
    await expect(restore(await installation(), folder, { ...backup, migrations })).rejects.toThrow(
      "with another migration 0001-catalogue.sql",
    );
  });

  it("wants an empty folder, and one that was finished", async () => {
    await expect(backUp(ctx, folder)).rejects.toThrow(`${folder} is not empty`);
    rmSync(join(folder, "backup.json"));
    await expect(readListing(folder)).rejects.toThrow("holds no complete backup");
    const below = join(folder, "touches.copy.gz", "tuesday");
    await expect(backUp(ctx, below)).rejects.toThrow(`Regulars could not use ${below}. Part of that path is a file`);
  });

  it("lets nothing else into a statement", async () => {
    const tables = [{ ...backup.tables[0]!, target: "settings (name) from stdin; drop table staff; --" }];
    writeFileSync(join(folder, "backup.json"), JSON.stringify({ ...backup, tables }));
    await expect(readListing(folder)).rejects.toThrow("or changed since");
  });
});

it("leaves no table out that numbers its own rows", async () => {
  const { db } = await installation();
  const own = await db.many(
    sql`select relname from pg_attribute join pg_class on oid = attrelid where attidentity <> '' and relname = any(${savedTables})`,
  );
  expect(own).toEqual([]);
});
