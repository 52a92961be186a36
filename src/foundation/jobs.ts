import { EventEmitter } from "node:events";
import { Logger, run, runMigrations, type TaskList } from "graphile-worker";
import type pg from "pg";
import type { Context } from "./context.ts";
import { sql } from "./database/sql.ts";
import { databaseOn } from "./database/database.ts";
import type { Log } from "./log.ts";
import { freeLostJobs, showWorkers } from "./lost-jobs.ts";

/**
 * What a job does. It may be done again after a crash, so doing it twice must do no harm. A task declares the payload that
 * it is enqueued with; here nobody looks into it.
 */
export type Task = (ctx: Context, payload: never) => Promise<void>;
export type Tasks = Readonly<Record<string, Task>>;

/** Not before `runAt`; of several waiting under one `key` only the last is kept. */
export type When = { readonly runAt?: Date; readonly key?: string };

/** Inside the verb's transaction: the job exists if, and only if, the change does. */
export async function enqueue(ctx: Context, task: string, payload: object, { runAt, key }: When = {}): Promise<void> {
  await ctx.db.run(sql`
    select graphile_worker.add_job(${task}::text, ${JSON.stringify(payload)}::json,
      run_at => ${runAt ?? null}::timestamptz, job_key => ${key ?? null}::text)`);
}

/** The queue's own tables; processes that start together wait for each other. */
export async function migrateJobs(pool: pg.Pool): Promise<void> {
  survive(pool);
  await runMigrations({ pgPool: pool, logger: quiet });
}

export type JobsOptions = {
  /** A pool of the jobs' own: a long job must not keep an arrival waiting. */
  readonly pool: pg.Pool;
  readonly clock: () => Date;
  readonly log: Log;
  readonly tasks: Tasks;
  /** Lines of crontab, in UTC: `*\/5 * * * * judge-what-fell-due`. */
  readonly crontab?: string;
  /** How long after its worker was gone a job is taken up again, at least. */
  readonly graceMilliseconds?: number;
};

export type Jobs = { readonly stop: () => Promise<void> };

/** Works through the queue beside whatever else the process does, and takes up what a killed process left behind. */
export async function startJobs({
  pool,
  clock,
  log,
  tasks,
  crontab,
  graceMilliseconds = 10_000,
}: JobsOptions): Promise<Jobs> {
  survive(pool);
  const events = new EventEmitter();
  showWorkers(events, log);
  const runner = await run({
    pgPool: pool,
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: 1000,
    logger: loggerTo(log),
    taskList: taskList(pool, clock, log, tasks),
    crontab: crontab ?? "",
    events,
  });
  runner.promise.catch((error: unknown) => log.error({ err: error }, "jobs stopped"));
  const look = (): void => void freeLostJobs(databaseOn(pool), clock(), graceMilliseconds).catch(() => {});
  look();
  const timer = setInterval(look, graceMilliseconds);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await runner.stop().catch(() => {});
    },
  };
}

function taskList(pool: pg.Pool, clock: () => Date, log: Log, tasks: Tasks): TaskList {
  const db = databaseOn(pool);
  const entries = Object.entries(tasks).map(([name, task]) => {
    const work = async (payload: unknown): Promise<void> => {
      try {
        await task({ actor: { kind: "system", name: `job ${name}` }, db, now: clock() }, payload as never);
      } catch (error) {
        log.error({ err: error, task: name }, "a job failed and will be tried again");
        throw error;
      }
    };
    return [name, work] as const;
  });
  return Object.fromEntries(entries);
}

const pools = new WeakSet<pg.Pool>();

/** A connection that breaks in the middle of a job fails that job; without a listener it would end the process. */
function survive(pool: pg.Pool): void {
  if (pools.has(pool)) return;
  pools.add(pool);
  pool.on("connect", (client) => void client.on("error", () => {}));
}

const quiet = new Logger(() => () => {});

/** Failures are logged by the task itself; here a message would quote the error, and the error may quote a person. */
function loggerTo(log: Log): Logger {
  return new Logger(() => (level, message) => {
    if ((level === "error" || level === "warning") && !message.startsWith("Failed task"))
      log.warn({ about: "jobs" }, message);
  });
}
