import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "../../src/foundation/database/sql.ts";
import { inHome, isRunning, openFolder, postgresOf, run, until, type Running } from "../running-database.ts";

type Round = { readonly home: string; readonly writer: Running; readonly random: () => number };
type Fault = { readonly name: string; readonly endsWriter: boolean; readonly happen: (round: Round) => Promise<void> };

const faults: readonly Fault[] = [
  { name: "server killed", endsWriter: true, happen: async ({ writer }) => writer.kill("SIGKILL") },
  { name: "server stopped", endsWriter: true, happen: async ({ writer }) => writer.kill("SIGTERM") },
  { name: "PostgreSQL killed", endsWriter: false, happen: ({ home }) => killPostgres(home) },
  { name: "a session killed", endsWriter: false, happen: ({ home, random }) => killSession(home, random) },
  { name: "the keeper killed", endsWriter: false, happen: ({ home }) => killKeeper(home) },
  {
    name: "server and PostgreSQL killed",
    endsWriter: true,
    happen: async ({ home, writer }) => {
      await killPostgres(home);
      writer.kill("SIGKILL");
    },
  },
  {
    name: "everything killed",
    endsWriter: true,
    happen: async ({ home, writer }) => {
      await killKeeper(home);
      await killPostgres(home);
      writer.kill("SIGKILL");
    },
  },
];

/** Kills at random points, round after round; each time every acknowledged row must be there, once. Returns the counts. */
export async function soakEmbedded(options: { rounds: number; random: () => number }): Promise<Record<string, number>> {
  const { folder, remove } = await openFolder();
  const home = join(folder, "home");
  const counts: Record<string, number> = {};
  let writer = run({ home, role: "server", writes: true });
  try {
    for (let round = 0; round < options.rounds; round++) {
      const fault = faults[Math.floor(options.random() * faults.length)]!;
      writer = await suffer(fault, { home, writer, random: options.random });
      counts["rows"] = await expectNothingLost(home, writer);
      counts[fault.name] = (counts[fault.name] ?? 0) + 1;
    }
    return counts;
  } finally {
    writer.kill("SIGKILL");
    await writer.ended;
    await until(() => !isRunning(home), "stopped PostgreSQL");
    await remove();
  }
}

/** The writer that is there afterwards: the same, or its successor, which begins where the rows end. */
async function suffer(fault: Fault, round: Round): Promise<Running> {
  const { home, writer, random } = round;
  await writer.hears("written", writer.said.length);
  await pause(random() * 150);
  await fault.happen(round);
  await pause(random() * 30);
  if (!fault.endsWriter) return writer;
  await writer.ended;
  await expectNothingLost(home, writer);
  return run({ home, role: "server", writes: true });
}

async function expectNothingLost(home: string, writer: Running): Promise<number> {
  const acknowledged = writer.said.findLast((told) => told.written !== undefined)?.written ?? 0;
  const rows = await rowsIn(home);
  if (rows.n !== rows.greatest || rows.greatest < acknowledged) {
    throw new Error(`row ${acknowledged} was acknowledged, and there are ${rows.n} up to ${rows.greatest}`);
  }
  return rows.n;
}

/** PostgreSQL may be on its way down or up again; a statement that fails for that is asked once more. */
async function rowsIn(home: string): Promise<{ n: number; greatest: number }> {
  const count = sql`select count(*) as n, coalesce(max(n), 0) as greatest from written`;
  for (let attempt = 1; ; attempt++) {
    try {
      return await inHome(home, (db) => db.one(count));
    } catch (error) {
      if (attempt >= 20) throw error;
      await pause(100);
    }
  }
}

async function killPostgres(home: string): Promise<void> {
  kill(await postgresOf(home).catch(() => 0));
}

async function killSession(home: string, random: () => number): Promise<void> {
  const postgres = await postgresOf(home).catch(() => 0);
  const children = (await readFile(`/proc/${postgres}/task/${postgres}/children`, "utf8").catch(() => ""))
    .trim()
    .split(" ");
  kill(Number(children[Math.floor(random() * children.length)]));
}

async function killKeeper(home: string): Promise<void> {
  const postgres = await postgresOf(home).catch(() => 0);
  const parent = (await readFile(`/proc/${postgres}/stat`, "utf8").catch(() => "")).split(") ")[1]?.split(" ")[1];
  const command = await readFile(`/proc/${parent}/cmdline`, "utf8").catch(() => "");
  // Its keeper may be dead already: then its parent is the machine's first process.
  if (command.includes("keeper") && command.includes(home)) kill(Number(parent));
}

function kill(pid: number): void {
  try {
    if (pid > 1) process.kill(pid, "SIGKILL");
  } catch {
    // It was faster.
  }
}
