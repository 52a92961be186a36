import type { EventEmitter } from "node:events";
import type pg from "pg";
import type { Db } from "./database/database.ts";
import { sql } from "./database/sql.ts";
import type { Log } from "./log.ts";

const sign = "regulars jobs";
type Listening = { readonly workerPool: { readonly id: string }; readonly client: pg.PoolClient };

/**
 * Says which workers live: their name stands on the connection they listen on, which PostgreSQL closes when the process
 * goes, however it goes. The queue itself would hold a killed worker's job back for four hours.
 */
export function showWorkers(events: EventEmitter, log: Log): void {
  events.on("pool:listen:success", ({ workerPool, client }: Listening) => {
    // It begins to listen at this moment; a connection does one thing at a time.
    client.once("drain", () => {
      client
        .query("select set_config('application_name', $1, false)", [`${sign} ${workerPool.id}`])
        .catch((error: unknown) => log.warn({ err: error }, "the workers' name could not be shown"));
    });
  });
}

/** Gives back the jobs of workers that live no more. The grace is for a process that has only just begun. */
export async function freeLostJobs(db: Db, now: Date, graceMilliseconds: number): Promise<void> {
  const before = new Date(now.getTime() - graceMilliseconds);
  const lost = await db.many<{ worker: string }>(sql`
    with living as (
      select substr(application_name, ${sign.length + 2}) as worker
      from pg_stat_activity where datname = current_database() and application_name like ${`${sign} %`}
    )
    select distinct locked_by as worker from graphile_worker.jobs
    where locked_at < ${before}::timestamptz and locked_by not in (select worker from living)`);
  if (lost.length === 0) return;
  await db.run(sql`select graphile_worker.force_unlock_workers(${lost.map(({ worker }) => worker)}::text[])`);
}
