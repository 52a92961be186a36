import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { rebuildCustomers } from "../src/customers/index.ts";
import { databaseOn, openPool, type Db } from "../src/foundation/database/database.ts";
import { openDatabase } from "../src/foundation/database/open-database.ts";
import { sql } from "../src/foundation/database/sql.ts";
import type { Random } from "../src/statistics/random.ts";
import { contextOn } from "./play-history.ts";
import { runCommand, startRunningServer, type RunningServer } from "./running-server.ts";
import { snapshot } from "./snapshot.ts";

type Batch = { readonly number: number; readonly body: string };
export type Kills = {
  rounds: number;
  acknowledged: number;
  touches: number;
  serverKills: number;
  databaseKills: number;
};

/**
 * Posts batches while the server or its PostgreSQL is killed at random moments; a batch without an answer is sent again,
 * as every client does. Afterwards each acknowledged message must be there once, and a rebuild must change nothing.
 */
export async function killWhileIngesting(home: string, rounds: number, random: Random): Promise<Kills> {
  let server = await startRunningServer(home);
  const { key } = await runCommand<{ key: string }>(home, "keys", "add", "till", "--may", "write");
  const kills: Kills = { rounds, acknowledged: 0, touches: 0, serverKills: 0, databaseKills: 0 };
  const acknowledged = new Set<number>();
  let waiting: Batch[] = [];
  for (let round = 0; round < rounds; round++) {
    const batches = [...waiting, ...Array.from({ length: 12 }, (_, n) => batchOf(round * 12 + n, random))];
    const posting = postAll(server.address, key, batches, acknowledged);
    await pause(random.whole(5, 400));
    server = random.chance(0.5) ? await killServer(server, home, kills) : await killDatabase(server, home, kills);
    waiting = await posting;
  }
  for (let attempt = 0; waiting.length > 0 && attempt < 50; attempt++) {
    waiting = await postAll(server.address, key, waiting, acknowledged);
    await pause(200);
  }
  server.process.kill("SIGTERM");
  await server.ended;
  return { ...kills, acknowledged: acknowledged.size * 20, touches: await proveNothingLost(home, acknowledged) };
}

/** Twenty messages; every fifth batch names addresses that others name, so that people join under fire. */
function batchOf(number: number, random: Random): Batch {
  const records = Array.from({ length: 20 }, (_, n) => ({
    messageId: `${number}-${n}`,
    at: new Date(Date.UTC(2026, 0, 1) + number * 60_000 + n * 1000).toISOString(),
    touchpoint: "counter",
    ids: {
      userId: `u${random.whole(0, 400)}`,
      ...(random.chance(0.4) && { email: `guest${random.whole(0, 300)}@example.org` }),
    },
    currency: "EUR",
    lines: [{ item: "flat-white", quantity: 1, amountMinor: 390 }],
  }));
  return { number, body: JSON.stringify(records) };
}

/** Three clients at once; answers with the batches that got no answer. */
async function postAll(
  address: string,
  key: string,
  batches: readonly Batch[],
  acknowledged: Set<number>,
): Promise<Batch[]> {
  const queue = [...batches];
  const unanswered: Batch[] = [];
  const client = async (): Promise<void> => {
    for (let batch = queue.shift(); batch; batch = queue.shift()) {
      if (await post(address, key, batch.body)) acknowledged.add(batch.number);
      else unanswered.push(batch);
    }
  };
  await Promise.all([client(), client(), client()]);
  return unanswered;
}

async function post(address: string, key: string, body: string): Promise<boolean> {
  const headers = { "content-type": "application/json", authorization: `Bearer ${key}` };
  try {
    const response = await fetch(`${address}/v1/touches`, {
      method: "POST",
      headers,
      body,
      signal: AbortSignal.timeout(20_000),
    });
    const answer = await response.text();
    if (answer.includes('"rejected"')) throw new Error(`rejected under fire: ${answer.slice(0, 300)}`);
    return response.status === 200;
  } catch (error) {
    if (error instanceof Error && error.message.startsWith("rejected")) throw error;
    return false;
  }
}

async function killServer(server: RunningServer, home: string, kills: Kills): Promise<RunningServer> {
  kills.serverKills++;
  server.process.kill("SIGKILL");
  await server.ended;
  return startRunningServer(home);
}

async function killDatabase(server: RunningServer, home: string, kills: Kills): Promise<RunningServer> {
  if (await killedPostgres(home)) kills.databaseKills++;
  await untilReady(server.address);
  return server;
}

/** False when it is still dead from the last time. */
async function killedPostgres(home: string): Promise<boolean> {
  try {
    const named = await readFile(join(home, "postgres/data/postmaster.pid"), "utf8");
    return process.kill(Number(named.split("\n")[0]), "SIGKILL");
  } catch (error) {
    if (["ESRCH", "ENOENT"].includes((error as NodeJS.ErrnoException).code ?? "")) return false;
    throw error;
  }
}

async function untilReady(address: string): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt++) {
    const ready = await fetch(`${address}/readyz`).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) return;
    await pause(100);
  }
  throw new Error("the server did not come back within 30 seconds after its PostgreSQL was killed");
}

async function proveNothingLost(home: string, acknowledged: ReadonlySet<number>): Promise<number> {
  const opened = await openDatabase({ home, role: "command", tell: () => {} });
  const pool = openPool({ ...opened.connection, max: 2 });
  try {
    const db = databaseOn(pool);
    const touches = await countOf(db);
    if (touches !== acknowledged.size * 20)
      throw new Error(`${touches} touches of ${acknowledged.size * 20} acknowledged messages`);
    await proveRebuildIsTheSame(db);
    return touches;
  } finally {
    await pool.end();
    await opened.stop();
  }
}

/** Touches, after asking that each has one receipt and one line and that nothing hangs in the air. */
async function countOf(db: Db): Promise<number> {
  const { touches } = await db.one<{ touches: number }>(sql`select count(*) as touches from touches`);
  const { receipts } = await db.one<{ receipts: number }>(sql`select count(*) as receipts from receipts`);
  const { lines } = await db.one<{ lines: number }>(sql`select count(*) as lines from lines`);
  const { orphans } = await db.one<{ orphans: number }>(sql`
    select count(*) as orphans from lines
    left join touches on touches.identity_id = lines.identity_id and touches.at = lines.at and touches.id = lines.touch_id
    where touches.id is null`);
  if (receipts !== touches || lines !== touches || orphans !== 0)
    throw new Error(`${touches} touches, ${receipts} receipts, ${lines} lines, ${orphans} of them without a touch`);
  return touches;
}

async function proveRebuildIsTheSame(db: Db): Promise<void> {
  const before = JSON.stringify(await snapshot(db));
  await rebuildCustomers(contextOn(db));
  if (JSON.stringify(await snapshot(db)) !== before)
    throw new Error("a rebuild gives another state than filing under fire");
}
