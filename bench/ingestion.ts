import { spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import http from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { text } from "node:stream/consumers";
import type pg from "pg";
import { databaseOn, openPool, type Db } from "../src/foundation/database/database.ts";
import { migrate } from "../src/foundation/database/migrate.ts";
import { openDatabase } from "../src/foundation/database/open-database.ts";
import { sql } from "../src/foundation/database/sql.ts";
import { lifeOf, residentsOf, type Town } from "../src/town/index.ts";
import type { ArrivingRecord } from "../src/touchpoints/index.ts";

// Durable, resolved and deduplicated events over HTTP, against bare COPY of the very rows they became. Interleaved:
// each round files one part of the town's life, then copies what it became into tables of the same shape.
const [residents, perBatch, writers, rounds] = [Number(process.argv[3] ?? 2000), 250, 4, 4];
const tables = ["receipts", "identities", "evidence", "facts", "touches", "lines", "verdicts"] as const;

const home = await mkdtemp(join(tmpdir(), "regulars-bench-"));
const { child, address, key } = await startedServer(home);
try {
  const ours = await openDatabase({ home, role: "command", tell: () => {} });
  const pool = openPool({ ...ours.connection, max: 4 });
  const bare = await bareDatabase(pool, ours.connection);
  const bodies = batches(town());
  const seconds = { ours: 0, copy: 0 };
  let events = 0;
  for (let round = 0; round < rounds; round++) {
    const part = bodies.slice((round * bodies.length) / rounds, ((round + 1) * bodies.length) / rounds);
    seconds.ours += await timed(() => postAll(address, key, part));
    events += part.reduce((sum, batch) => sum + batch.events, 0);
    const rows = await rowsOf(databaseOn(pool));
    await bare.empty();
    // What COPY is given grows with the rounds; it is charged for the share of this round's events.
    const share = part.reduce((sum, batch) => sum + batch.events, 0) / events;
    seconds.copy += share * (await timed(() => bare.copyIn(rows)));
  }
  await print(databaseOn(pool), events, seconds);
  await bare.end();
  await pool.end();
  await ours.stop();
} finally {
  child.kill("SIGTERM");
  await new Promise((resolve) => child.once("exit", resolve));
  await rm(home, { recursive: true, force: true });
}

function town(): ArrivingRecord[] {
  const until = Date.UTC(2026, 5, 1);
  const town: Town = { seed: "bench", residents, from: until - 180 * 86_400_000, until };
  return [...residentsOf(town)].flatMap((resident) => lifeOf(town, resident)).sort((x, y) => x.at! - y.at!);
}

function batches(records: readonly ArrivingRecord[]): { body: Buffer; events: number }[] {
  return Array.from({ length: Math.ceil(records.length / perBatch) }, (_, n) => {
    const part = records.slice(n * perBatch, (n + 1) * perBatch).map(asTouch);
    return { body: Buffer.from(JSON.stringify(part)), events: part.length };
  });
}

/** The record as POST /v1/touches takes it. */
function asTouch(record: ArrivingRecord): object {
  return {
    messageId: record.messageId,
    touchpoint: record.touchpoint,
    channel: record.channel,
    place: record.place,
    staff: record.staff,
    ids: record.ids,
    facts: record.facts,
    waitSeconds: record.waitSeconds,
    asked: record.asked,
    text: record.text,
    cancels: record.cancels,
    ...timesOf(record),
    ...boughtIn(record),
  };
}

function timesOf({ at, version, promisedAt, deliveredAt }: ArrivingRecord): object {
  const iso = (time: number | null | undefined) =>
    typeof time === "number" ? new Date(time).toISOString() : undefined;
  return { at: iso(at), version: iso(version), promisedAt: iso(promisedAt), deliveredAt: iso(deliveredAt) };
}

function boughtIn({ lines, currency, amountMinor }: ArrivingRecord): object {
  return {
    amountMinor,
    currency: lines ? (currency ?? "EUR") : undefined,
    lines: lines?.map(({ item, name, quantity, amountMinor }) => ({ item, name, quantity, amountMinor })),
  };
}

async function postAll(address: string, key: string, part: readonly { body: Buffer }[]): Promise<void> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: writers });
  const queue = [...part];
  const writer = async (): Promise<void> => {
    for (let batch = queue.shift(); batch; batch = queue.shift()) await post(agent, address, key, batch.body);
  };
  await Promise.all(Array.from({ length: writers }, writer));
  agent.destroy();
}

function post(agent: http.Agent, address: string, key: string, body: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { "content-type": "application/json", authorization: `Bearer ${key}` };
    const request = http.request(`${address}/v1/touches`, { method: "POST", agent, headers }, (response) => {
      void text(response).then((answer) => {
        if (response.statusCode !== 200 || answer.includes('"rejected"')) reject(new Error(answer.slice(0, 500)));
        else resolve();
      }, reject);
    });
    request.on("error", reject).end(body);
  });
}

async function startedServer(home: string): Promise<{ child: ChildProcess; address: string; key: string }> {
  const env = { ...process.env, REGULARS_HOME: home, PORT: "0", DATABASE_URL: "" };
  const bin = new URL("../bin/regulars.js", import.meta.url).pathname;
  const child = spawn(process.execPath, [bin, "serve", "--json"], { env, stdio: ["ignore", "pipe", "inherit"] });
  const address = await new Promise<string>((resolve) => {
    let told = "";
    child.stdout!.on("data", (chunk) => {
      const found = /"(http:\/\/[^"]+)"/.exec((told += String(chunk)));
      if (found) resolve(found[1]!);
    });
  });
  const made = spawn(process.execPath, [bin, "keys", "add", "bench", "--may", "write", "--json"], { env });
  const { key } = JSON.parse(await text(made.stdout)) as { key: string };
  return { child, address, key };
}

async function bareDatabase(pool: pg.Pool, connection: pg.PoolConfig) {
  await pool.query("create database bare");
  const bare = openPool({ ...connection, database: "bare", max: 1 });
  await migrate(databaseOn(bare));
  return {
    empty: () => bare.query(`truncate ${tables.join()}`),
    copyIn: async (rows: ReadonlyMap<string, readonly string[]>): Promise<void> => {
      await databaseOn(bare).transaction(async (db) => {
        for (const [table, lines] of rows) await db.copy(table, lines);
      });
    },
    end: () => bare.end(),
  };
}

async function rowsOf(db: Db): Promise<Map<string, string[]>> {
  const rows = new Map<string, string[]>();
  for (const table of tables) {
    const chunks: string[] = [];
    await db.copyOut(table, (stream) => finished(stream.on("data", (chunk) => chunks.push(String(chunk)))));
    rows.set(table, chunks);
  }
  return rows;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - start) / 1e9;
}

async function print(db: Db, events: number, seconds: { ours: number; copy: number }): Promise<void> {
  const [ours, baseline] = [events / seconds.ours, events / seconds.copy];
  const line = (metric: string, ours: number, baseline: number | null, unit: string): void =>
    console.log(
      JSON.stringify({
        heart: "ingestion",
        metric,
        ours,
        baseline,
        ratio: baseline && ours / baseline,
        unit,
        n: events,
      }),
    );
  line("events filed over HTTP against bare COPY of their rows", ours, baseline, "events/s");
  const { largest } = await db.one<{ largest: number }>(
    sql`select max(cardinality(members)) as largest from identities`,
  );
  line("largest customer", largest, null, "identities");
}
