import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";
import { freshDatabase } from "../../test/database.ts";
import type { Context } from "./context.ts";
import { openPool } from "./database/database.ts";
import { sql } from "./database/sql.ts";
import { inTransaction } from "./database/transaction.ts";
import { enqueue, migrateJobs, startJobs, type Tasks } from "./jobs.ts";
import { openLog } from "./log.ts";

const clock = (): Date => new Date();

async function queue() {
  const { db, url, drop } = await freshDatabase();
  const pool = openPool({ connectionString: url, max: 4 });
  await migrateJobs(pool);
  const ctx: Context = { actor: { kind: "system", name: "test" }, db, now: clock() };
  const stops: (() => Promise<void>)[] = [];
  onTestFinished(async () => {
    for (const stop of stops) await stop();
    await pool.end();
    await drop();
  });
  const start = async (tasks: Tasks): Promise<void> => {
    const jobs = await startJobs({ pool, clock, log: openLog("silent"), tasks, graceMilliseconds: 300 });
    stops.push(jobs.stop);
  };
  const waiting = async () => (await db.one<{ n: number }>(sql`select count(*) as n from graphile_worker.jobs`)).n;
  return { ctx, url, start, waiting };
}

describe("a job", () => {
  it("is done once the change that caused it is there, and given who acts and when", async () => {
    const { ctx, start, waiting } = await queue();
    const done: unknown[] = [];
    await start({
      greet: async ({ actor, now }, payload) => void done.push([actor.kind, now instanceof Date, payload]),
    });
    await inTransaction(ctx, (ctx) => enqueue(ctx, "greet", { who: "Mr Oduya" }));
    await expect.poll(() => done, { timeout: 5000 }).toEqual([["system", true, { who: "Mr Oduya" }]]);
    await expect.poll(waiting, { timeout: 5000 }).toBe(0);
  });

  it("does not exist when the change was taken back", async () => {
    const { ctx, waiting } = await queue();
    const work = inTransaction(ctx, async (ctx) => {
      await enqueue(ctx, "greet", {});
      throw new Error("taken back");
    });
    await expect(work).rejects.toThrow("taken back");
    expect(await waiting()).toBe(0);
  });

  it("waits for its time, and gives way to a later one of the same key", async () => {
    const { ctx, start, waiting } = await queue();
    const done: string[] = [];
    await start({ greet: async (_ctx, { who }: { who: string }) => void done.push(who) });
    await enqueue(ctx, "greet", { who: "tomorrow" }, { runAt: new Date(Date.now() + 86_400_000), key: "greeting" });
    await enqueue(ctx, "greet", { who: "now" }, { key: "greeting" });
    await expect.poll(() => done, { timeout: 5000 }).toEqual(["now"]);
    expect(await waiting()).toBe(0);
  });

  it("that fails is tried again", async () => {
    const { ctx, start } = await queue();
    let tries = 0;
    await start({
      greet: async () => {
        if (++tries === 1) throw new Error("not yet");
      },
    });
    await enqueue(ctx, "greet", {});
    await expect.poll(() => tries, { timeout: 15_000 }).toBe(2);
  });

  it("is taken up by another process when its own is killed in the middle", async () => {
    const { ctx, url, start, waiting } = await queue();
    await enqueue(ctx, "greet", {});
    const script = fileURLToPath(new URL("../../test/job-process.ts", import.meta.url));
    const child = spawn(process.execPath, ["--import", "tsx", script, url], { stdio: ["ignore", "pipe", "inherit"] });
    await once(child.stdout, "data");
    child.kill("SIGKILL");
    await once(child, "exit");
    expect(await waiting()).toBe(1);

    let done = 0;
    await start({ greet: async () => void done++ });
    await expect.poll(waiting, { timeout: 10_000 }).toBe(0);
    expect(done).toBe(1);
  });

  it("of a worker that lives is left to it, however long it takes", async () => {
    const { ctx, start } = await queue();
    let begun = 0;
    let finish = (): void => {};
    const tasks = { greet: () => new Promise<void>((resolve) => (begun++, (finish = resolve))) };
    await start(tasks);
    await start(tasks);
    await enqueue(ctx, "greet", {});
    await expect.poll(() => begun, { timeout: 5000 }).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(begun).toBe(1);
    finish();
  });
});
