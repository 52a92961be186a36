import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { freshDatabase } from "../test/database.ts";
import { contextOn } from "../test/play-history.ts";
import { openFolder } from "../test/running-database.ts";
import { runCommand, startRunningServer } from "../test/running-server.ts";
import type { Context } from "./foundation/context.ts";
import { readConfig } from "./foundation/config.ts";
import { openPool } from "./foundation/database/database.ts";
import { sql } from "./foundation/database/sql.ts";
import { searchForCommand } from "./name-search.ts";
import type { NameSearch } from "./recognition/index.ts";
import { startServer, type Server } from "./server.ts";
import { ingest, placeId } from "./touchpoints/index.ts";

const near = { place: null, at: new Date("2026-11-21T12:00:00Z"), limit: 10 };
const key = "11".repeat(32);
let server: Server;
let ctx: Context;
let told: string[];
let command: (serverAddress: string | undefined) => NameSearch;
let close: () => Promise<void>;

beforeAll(async () => {
  const { db, url, drop } = await freshDatabase();
  server = await startServer(
    readConfig({ DATABASE_URL: url, PORT: "0", REGULARS_LOG: "silent", REGULARS_KEY: key }),
    () => {},
  );
  const pool = openPool({ connectionString: url, max: 2 });
  ctx = contextOn(db, near.at);
  command = (address) => {
    told = [];
    return searchForCommand({ ctx, pool, serverAddress: async () => address, tell: (text) => told.push(text) });
  };
  close = async () => {
    await server.stop();
    await pool.end();
    await drop();
  };
  const visits = ["Amara Oduya", "Amara Okoye", "Ben Weber"].map((name, n) => ({
    source: "till",
    messageId: String(n),
    at: Date.UTC(2026, 10, 1),
    touchpoint: "visit",
    place: "corner",
    ids: { userId: `u${n}` },
    facts: { name },
  }));
  await ingest(ctx, visits, { key: Buffer.from(key, "hex"), region: "DE" });
}, 120_000);
afterAll(() => close());

// Two who are as likely come in any order.
const byId = (found: Awaited<ReturnType<NameSearch>>) => found.toSorted((a, b) => (a.customer < b.customer ? -1 : 1));

describe("a command that looks for somebody by name", () => {
  it("asks the server on its home, and leaves no key behind", async () => {
    const ask = command(server.address);
    await expect.poll(async () => (await ask("amara oduya", near))[0]?.name).toBe("Amara Oduya");
    expect(told).toEqual([]);
    expect(await ctx.db.many(sql`select name from keys`)).toEqual([]);
  });

  it("reads everybody once where no server answers, and finds the same, also near a place", async () => {
    for (const where of [near, { ...near, place: placeId("corner") }]) {
      const asked = byId(await command(server.address)("amara", where));
      expect(asked).toHaveLength(2);
      for (const address of [undefined, "http://127.0.0.1:1"]) {
        expect(byId(await command(address)("amara", where))).toEqual(asked);
        expect(told).toEqual([expect.stringContaining("No server")]);
      }
    }
    expect(await ctx.db.many(sql`select name from keys`)).toEqual([]);
  });
});

it("finds the server of a home by what it announced", async () => {
  const { folder, remove } = await openFolder();
  const home = join(folder, "home");
  const running = await startRunningServer(home);
  onTestFinished(async () => {
    running.process.kill("SIGTERM");
    await running.ended;
    await remove();
  });
  const file = join(folder, "people.csv");
  await writeFile(file, "customer,full_name\n1,Amara Oduya\n2,Ben Weber\n");
  await runCommand(home, "import", file, "--as", "customers");
  const bin = new URL("../bin/regulars.js", import.meta.url).pathname;
  const env = { ...process.env, REGULARS_HOME: home, DATABASE_URL: "", REGULARS_KEY: "" };
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [bin, "recognise", "oduya", "--json"], {
    env,
  });
  expect(JSON.parse(stdout)).toMatchObject({ matches: [{ name: "Amara Oduya" }] });
  expect(stderr).not.toContain("No server");
});
