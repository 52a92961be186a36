import { spawn } from "node:child_process";
import { once } from "node:events";
import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { databaseOn, openPool, type Db } from "../src/foundation/database/database.ts";
import { migrate } from "../src/foundation/database/migrate.ts";
import { openDatabase } from "../src/foundation/database/open-database.ts";
import { runImport } from "../test/run-import.ts";
import { writeOrders } from "./import/orders-file.ts";

/*
 * How fast does a file of orders come in, and does memory stay flat?
 *
 *   npm run bench -- import [ROWS]
 *
 * Ours: `regulars import` in a process of its own, durable, resolved and deduplicated. Baseline: bare COPY of the rows
 * that it wrote, into the same tables with the same indexes of another fresh database. Both in turn, on one server.
 */
const tables = ["identities", "evidence", "facts", "touches", "lines", "verdicts", "receipts"];
const now = new Date("2026-11-21T12:00:00Z");
const rounds = 2;

type Run = { readonly rows: number; readonly seconds: number; readonly peakMb: number };

const [first] = process.argv.slice(2);
if (first === "--child") await child(process.argv[3]!, process.argv.slice(4));
else await bench(Number(first ?? 400_000));

/** One import, told to the parent as JSON. */
async function child(url: string, args: string[]): Promise<void> {
  const pool = openPool({ connectionString: url });
  const began = performance.now();
  const { answer } = await runImport(databaseOn(pool), now, args);
  const seconds = (performance.now() - began) / 1000;
  await pool.end();
  console.log(
    JSON.stringify({ rows: answer.rows, seconds, peakMb: process.resourceUsage().maxRSS / 1024 } satisfies Run),
  );
}

async function bench(rows: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "regulars-bench-"));
  const home = await mkdtemp(join(tmpdir(), "regulars-bench-"));
  const server = await openDatabase({ home, role: "command" });
  const { host, user, password } = server.connection;
  const urlOf = (name: string): string =>
    `postgres://${user}:${password as string}@/${name}?host=${encodeURIComponent(host!)}`;
  try {
    const files = { "generated orders": join(folder, "orders.csv"), quarter: join(folder, "quarter.csv") };
    await writeOrders(files["generated orders"], rows);
    await writeOrders(files.quarter, Math.round(rows / 4));
    const whole = await compare("generated orders", files["generated orders"], [], folder, urlOf);
    const quarter = await imported(files.quarter, [], urlOf, async () => {});
    report("peak memory, against a quarter of the rows", whole.peakMb, quarter.peakMb, "MB", whole.rows);
    const retail = join(process.env["REGULARS_SHARED"] ?? "../shared", "data/online_retail/online_retail.csv.gz");
    if (existsSync(retail)) await compare("online_retail", retail, ["--currency", "GBP"], folder, urlOf);
    else console.error(`online_retail is left out: ${retail} is missing`);
  } finally {
    await server.stop();
    for (const made of [folder, home]) await rm(made, { recursive: true, force: true });
  }
}

async function compare(
  name: string,
  file: string,
  more: string[],
  folder: string,
  urlOf: (name: string) => string,
): Promise<Run> {
  const runs: Run[] = [];
  const bare: number[] = [];
  for (let round = 0; round < rounds; round++) {
    runs.push(await imported(file, more, urlOf, (db) => copyOut(db, folder)));
    bare.push(await inFreshDatabase(urlOf, (db) => copyIn(db, folder)));
  }
  const best = runs.reduce((fastest, run) => (run.seconds < fastest.seconds ? run : fastest));
  report(name, best.rows / best.seconds, best.rows / Math.min(...bare), "rows/s", best.rows);
  return best;
}

function imported(
  file: string,
  more: string[],
  urlOf: (name: string) => string,
  after: (db: Db) => Promise<void>,
): Promise<Run> {
  return inFreshDatabase(urlOf, async (db, url) => {
    const args = [
      ...process.execArgv,
      new URL(import.meta.url).pathname,
      "--child",
      url,
      file,
      "--as",
      "orders",
      ...more,
    ];
    const run = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
    let said = "";
    run.stdout.on("data", (text: Buffer) => (said += text.toString()));
    const [code] = (await once(run, "close")) as [number];
    if (code !== 0) throw new Error(`the import ended with ${code}`);
    await after(db);
    return JSON.parse(said) as Run;
  });
}

async function inFreshDatabase<T>(
  urlOf: (name: string) => string,
  work: (db: Db, url: string) => Promise<T>,
): Promise<T> {
  const admin = openPool({ connectionString: urlOf("postgres"), max: 1 });
  const name = `bench_${process.pid}_${Math.floor(performance.now())}`;
  await databaseOn(admin).script(`create database ${name}`);
  const pool = openPool({ connectionString: urlOf(name), max: 2 });
  try {
    await migrate(databaseOn(pool));
    return await work(databaseOn(pool), urlOf(name));
  } finally {
    await pool.end();
    await databaseOn(admin).script(`drop database ${name} with (force)`);
    await admin.end();
  }
}

async function copyOut(db: Db, folder: string): Promise<void> {
  for (const table of tables) await db.copyOut(table, (rows) => pipeline(rows, createWriteStream(join(folder, table))));
}

/** Seconds that bare COPY needs for the rows of an import. */
async function copyIn(db: Db, folder: string): Promise<number> {
  const began = performance.now();
  for (const table of tables) await db.copy(table, createReadStream(join(folder, table)));
  return (performance.now() - began) / 1000;
}

function report(metric: string, ours: number, baseline: number, unit: string, n: number): void {
  const rounded = {
    ours: Math.round(ours),
    baseline: Math.round(baseline),
    ratio: Number((ours / baseline).toFixed(3)),
  };
  console.log(JSON.stringify({ heart: "import", metric, ...rounded, unit, n }));
}
