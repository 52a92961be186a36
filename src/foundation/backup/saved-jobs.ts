import type { Db } from "../database/database.ts";
import { sql } from "../database/sql.ts";
import type { SavedFile } from "./backup.ts";
import { loadRows, saveRows } from "./saved-file.ts";

// The queue's public view does not show payloads. Jobs that failed for good are not done again.
const waiting = `(
  select jsonb_build_object('task', tasks.identifier, 'payload', jobs.payload, 'run_at', jobs.run_at,
    'key', jobs.key, 'priority', jobs.priority, 'max_attempts', jobs.max_attempts, 'queue', queues.queue_name)
  from graphile_worker._private_jobs jobs
  join graphile_worker._private_tasks tasks on tasks.id = jobs.task_id
  left join graphile_worker._private_job_queues queues on queues.id = jobs.job_queue_id
  where jobs.attempts < jobs.max_attempts
  order by jobs.id)`;

/** What was still to be done. A job that runs at this moment is saved too: doing it twice does no harm. */
export function savedJobs(db: Db, folder: string): Promise<SavedFile> {
  return saveRows(db, folder, "jobs", waiting, "restored_jobs (job)");
}

/** Enqueues them anew in place of whatever was waiting here. */
export async function loadJobs(db: Db, folder: string, jobs: SavedFile): Promise<void> {
  await db.script("create temp table restored_jobs (job jsonb) on commit drop");
  await loadRows(db, folder, jobs);
  await db.run(sql`delete from graphile_worker._private_jobs`);
  await db.run(sql`
    select graphile_worker.add_job(job->>'task', (job->'payload')::json, queue_name => job->>'queue',
      run_at => (job->>'run_at')::timestamptz, max_attempts => (job->>'max_attempts')::int,
      job_key => job->>'key', priority => (job->>'priority')::int)
    from restored_jobs`);
}
