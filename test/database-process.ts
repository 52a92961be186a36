import { databaseOn, openPool } from "../src/foundation/database/database.ts";
import { openDatabase } from "../src/foundation/database/open-database.ts";
import { patiently } from "../src/foundation/database/patiently.ts";
import { sql } from "../src/foundation/database/sql.ts";

/**
 * A process that uses the embedded database, for tests that kill it. Options as JSON in the first argument; tells in
 * JSON lines: {opened}, then {written: n} for every row that was acknowledged, {stopped} after SIGTERM, {refused}.
 */
const { writes, ...options } = JSON.parse(process.argv[2]!) as Parameters<typeof openDatabase>[0] & {
  writes?: boolean;
};

function say(what: object): void {
  process.stdout.write(`${JSON.stringify(what)}\n`);
}

// A group gets Ctrl-C as a whole; a server drains before it leaves.
process.on("SIGINT", () => say({ interrupted: true }));

try {
  const database = await openDatabase({ ...options, tell: (told) => say({ told }) });
  await database.announce("http://127.0.0.1:4000");
  const pool = openPool(database.connection);
  const db = databaseOn(pool);
  if (writes) await patiently(() => db.script("create table if not exists written (n int primary key)"));
  let isStopping = false;
  const stopped = new Promise<void>((resolve) => process.once("SIGTERM", () => resolve(void (isStopping = true))));
  say({ opened: { pid: process.pid, attached: database.attached } });
  const last = () => db.one<{ n: number }>(sql`select coalesce(max(n), 0) as n from written`);
  const start = writes ? (await patiently(last)).n : 0;
  for (let n = start + 1; writes && !isStopping;) {
    // Again after a failure: the row may have been written although nobody could tell us.
    const done = await db.run(sql`insert into written (n) values (${n}) on conflict do nothing`).catch(() => undefined);
    if (done === undefined) await new Promise((resolve) => setTimeout(resolve, 20));
    else say({ written: n++ });
  }
  const patience = setInterval(() => {}, 1000);
  await stopped;
  await pool.end();
  await database.stop();
  clearInterval(patience);
  say({ stopped: true });
} catch (error) {
  say({ refused: (error as Error).message, code: (error as { code?: string }).code });
  process.exitCode = 1;
}
