import { spawn } from "node:child_process";
import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import {
  copyHome,
  inHome,
  isRunning,
  openFolder,
  postgresOf,
  run,
  until,
  type Running,
  type RunOptions,
} from "../../../../test/running-database.ts";
import { sql } from "../sql.ts";

let place: Awaited<ReturnType<typeof openFolder>>;
let homes = 0;
let latestHome = "";

beforeAll(async () => {
  place = await openFolder();
  await inHome(join(place.folder, "template"), async () => {});
});
afterAll(() => place.remove());

function newHome(): string {
  latestHome = join(place.folder, `home-${++homes}`);
  copyHome(join(place.folder, "template"), latestHome);
  return latestHome;
}

const running: Running[] = [];

function start(options: RunOptions): Running {
  const process = run(options);
  running.push(process);
  return process;
}

/** Whatever happened, nothing runs when the test is over. */
afterEach(async () => {
  for (const process of running) process.kill("SIGKILL");
  await Promise.all(running.splice(0).map((process) => process.ended));
  await until(() => !isRunning(latestHome), "stopped PostgreSQL");
});

async function lastWritten(writer: Running, atLeast: number): Promise<number> {
  const last = (): number => writer.said.findLast((told) => told.written !== undefined)?.written ?? 0;
  await until(() => last() >= atLeast, `wrote ${atLeast} rows`);
  return last();
}

/** Every row that was acknowledged is there, once, and none between is missing. */
async function expectAllWritten(home: string, writer: Running): Promise<void> {
  const acknowledged = writer.said.flatMap((told) => told.written ?? []);
  const { n, greatest } = await inHome(home, (db) =>
    db.one<{ n: number; greatest: number }>(sql`select count(*) as n, max(n) as greatest from written`),
  );
  expect(greatest).toBeGreaterThanOrEqual(acknowledged.at(-1)!);
  expect(n).toBe(greatest);
}

async function logOf(home: string): Promise<string> {
  return readFile(join(home, "postgres/log"), "utf8");
}

describe("when a process is killed", () => {
  it("the server: PostgreSQL stops by itself, cleanly, and has everything that was acknowledged", async () => {
    const home = newHome();
    const writer = start({ home, role: "server", writes: true });
    await lastWritten(writer, 20);
    writer.kill("SIGKILL");
    await writer.ended;
    await until(() => !isRunning(home), "stopped PostgreSQL");
    expect((await logOf(home)).trimEnd()).toMatch(/database system is shut down$/);
    await expectAllWritten(home, writer);
  });

  it("PostgreSQL: it is started again, and the writer goes on", async () => {
    const home = newHome();
    const writer = start({ home, role: "server", writes: true });
    const before = await lastWritten(writer, 20);
    const killed = await postgresOf(home);
    process.kill(killed, "SIGKILL");
    await lastWritten(writer, before + 40);
    expect(await postgresOf(home)).not.toBe(killed);
    writer.kill("SIGTERM");
    await writer.ended;
    await expectAllWritten(home, writer);
  });

  it("both and the keeper at once, as by a power cut: the next start repeats what was written last", async () => {
    const home = newHome();
    const writer = start({ home, role: "server", writes: true });
    await lastWritten(writer, 20);
    const postgres = await postgresOf(home);
    process.kill(await parentOf(postgres), "SIGKILL");
    process.kill(postgres, "SIGKILL");
    writer.kill("SIGKILL");
    await writer.ended;
    await expectAllWritten(home, writer);
    expect(await logOf(home)).toContain("automatic recovery in progress");
  });

  it("the server, with another started at the same moment: the new one takes over", async () => {
    const home = newHome();
    const writer = start({ home, role: "server", writes: true });
    await lastWritten(writer, 5);
    writer.kill("SIGKILL");
    const next = start({ home, role: "server", writes: true });
    await next.hears("written");
    next.kill("SIGTERM");
    await next.ended;
    expect(next.said.at(-1)).toEqual({ stopped: true });
    await expectAllWritten(home, writer);
  });
});

async function parentOf(pid: number): Promise<number> {
  return Number((await readFile(`/proc/${pid}/stat`, "utf8")).split(") ")[1]!.split(" ")[1]);
}

describe("a pid file that was left behind", () => {
  it("is seen through when it names another living process", async () => {
    const home = newHome();
    // The same user as PostgreSQL's, which is what PostgreSQL itself is taken in by.
    const { uid, gid } = await stat(join(home, "postgres"));
    const stranger = spawn("sleep", ["60"], { uid, gid, cwd: "/" });
    onTestFinished(() => void stranger.kill());
    await writeFile(
      join(home, "postgres/data/postmaster.pid"),
      `${stranger.pid}\n${home}/postgres/data\n1700000000\n5432\n`,
    );
    expect(await inHome(home, (db) => db.one(sql`select 1 as one`))).toEqual({ one: 1 });
    expect(stranger.exitCode).toBeNull();
  });

  it("is no hindrance when it names nobody", async () => {
    const home = newHome();
    await writeFile(join(home, "postgres/data/postmaster.pid"), "4194300\n/somewhere\n1700000000\n5432\n");
    expect(await inHome(home, (db) => db.one(sql`select 1 as one`))).toEqual({ one: 1 });
  });
});

describe("several on one home", () => {
  it("a second server is refused by the number and address of the first; a command joins it and leaves it running", async () => {
    const home = newHome();
    const server = start({ home, role: "server" });
    await server.hears("opened");
    const second = start({ home, role: "server" });
    const [refusal] = await Promise.all([
      second.hears("refused"),
      inHome(home, (db) => db.script("create table seen ()")),
    ]);
    expect(refusal).toContain(
      `Another Regulars server (process ${server.pid}, http://127.0.0.1:4000) is running on ${home}`,
    );
    expect(second.said.at(-1)?.code).toBe("conflict");
    await second.ended;
    expect(isRunning(home)).toBe(true);
  });

  it("a command that brought PostgreSQL up leaves it to the server that came after", async () => {
    const home = newHome();
    const command = start({ home, role: "command" });
    await command.hears("opened");
    const server = start({ home, role: "server", writes: true });
    expect(await server.hears("opened")).toMatchObject({ attached: true });
    const postgres = await postgresOf(home);
    command.kill("SIGTERM");
    await command.hears("stopped");
    await lastWritten(server, (await lastWritten(server, 1)) + 5);
    expect(await postgresOf(home)).toBe(postgres);
  });
});

describe("stopping", () => {
  it("is clean on SIGTERM", async () => {
    const home = newHome();
    const writer = start({ home, role: "server", writes: true });
    await lastWritten(writer, 5);
    writer.kill("SIGTERM");
    expect(await writer.ended).toEqual([0, null]);
    expect(writer.said.at(-1)).toEqual({ stopped: true });
    expect(isRunning(home)).toBe(false);
    expect((await logOf(home)).trimEnd()).toMatch(/database system is shut down$/);
    await expectAllWritten(home, writer);
  });

  it("by Ctrl-C reaches PostgreSQL only after the application has finished with it", async () => {
    const home = newHome();
    const writer = start({ home, role: "server", writes: true });
    await lastWritten(writer, 5);
    process.kill(-writer.pid, "SIGINT");
    await writer.hears("interrupted");
    const then = writer.said.length;
    await writer.hears("written", then);
    expect(writer.said.slice(then).some((told) => told.told)).toBe(false);
  });
});
