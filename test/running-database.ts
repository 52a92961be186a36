import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { databaseOn, openPool, type Db } from "../src/foundation/database/database.ts";
import { openDatabase } from "../src/foundation/database/open-database.ts";

type Told = {
  opened?: { pid: number; attached: boolean };
  written?: number;
  stopped?: boolean;
  interrupted?: boolean;
  told?: string;
  refused?: string;
  code?: string;
};

export type Running = {
  readonly pid: number;
  readonly said: readonly Told[];
  /** The first line told, from now or before, that has this. */
  hears<Name extends keyof Told>(name: Name, from?: number): Promise<NonNullable<Told[Name]>>;
  kill(signal: NodeJS.Signals): void;
  readonly ended: Promise<unknown>;
};

export type RunOptions = {
  home: string;
  role: "server" | "command";
  writes?: boolean;
  programs?: string;
  uid?: number;
};

const loader = import.meta.resolve("tsx");
const program = new URL("database-process.ts", import.meta.url).pathname;

/** As root we can try what an ordinary user meets, if they can reach this checkout and Node at all. */
export const ordinaryUser = process.getuid?.() === 0 ? whoCanRunUs("nobody") : undefined;

function whoCanRunUs(name: string): number | undefined {
  const uid = Number(execFileSync("id", ["-u", name], { encoding: "utf8" }));
  const args = ["-e", "fs.readFileSync(process.argv[1])", program];
  const { status } = spawnSync(process.execPath, args, { uid, gid: uid, cwd: "/", stdio: "ignore" });
  if (status === 0) return uid;
  console.warn(`Tests as the user ${name} are skipped: that user cannot reach ${program}.`);
  return undefined;
}

/** Starts a process that uses the embedded database: test/database-process.ts. In a process group of its own. */
export function run({ uid, ...options }: RunOptions): Running {
  const args = ["--import", loader, program, JSON.stringify(options)];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"], detached: true, uid, gid: uid });
  const said: Told[] = [];
  createInterface({ input: child.stdout }).on("line", (line) => said.push(JSON.parse(line) as Told));
  const ended = once(child, "exit");
  return {
    pid: child.pid!,
    said,
    ended,
    kill: (signal) => void child.kill(signal),
    hears: async (name, from = 0) => {
      for (const until = Date.now() + 30_000; Date.now() < until; await pause(5)) {
        const found = said.slice(from).find((told) => told[name] !== undefined)?.[name];
        if (found !== undefined) return found;
      }
      throw new Error(`never heard "${name}", only ${JSON.stringify(said.slice(-5))}`);
    },
  };
}

/** Which process is PostgreSQL in this home, as its pid file says. */
export async function postgresOf(home: string): Promise<number> {
  return Number((await readFile(join(home, "postgres/data/postmaster.pid"), "utf8")).split("\n")[0]);
}

export function isRunning(home: string): boolean {
  return existsSync(join(home, "postgres/data/postmaster.pid"));
}

/** Opens the database of a home for a moment. */
export async function inHome<T>(home: string, work: (db: Db) => Promise<T>): Promise<T> {
  const database = await openDatabase({ home, role: "command" });
  const pool = openPool(database.connection);
  try {
    return await work(databaseOn(pool));
  } finally {
    await pool.end();
    await database.stop();
  }
}

/** A folder that every user may pass through. */
export async function openFolder(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "regulars-home-"));
  await chmod(folder, 0o755);
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Making a database takes most of a second, copying one a tenth of it. */
export function copyHome(from: string, to: string): void {
  execFileSync("cp", ["-a", "--reflink=auto", from, to]);
}

export async function until(condition: () => boolean | Promise<boolean>, what: string): Promise<void> {
  for (const end = Date.now() + 30_000; Date.now() < end; await pause(10)) if (await condition()) return;
  throw new Error(`never ${what}`);
}
