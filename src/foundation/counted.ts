import type { Db } from "./database/database.ts";
import { sql } from "./database/sql.ts";

/** What happened how often in the stretch of time that began at `since`, counted by all server processes together. */
export type Counted = { readonly what: string; readonly times: number };

/** Adds to the counts and returns the new totals. Rows are locked in one order, or two processes could wait for each other. */
export function addToCounted(db: Db, since: Date, counts: readonly Counted[]): Promise<Counted[]> {
  return db.many<Counted>(sql`
    insert into counted (since, what, times)
    select ${since}::timestamptz, what, times
    from unnest(${counts.map(({ what }) => what)}::text[], ${counts.map(({ times }) => times)}::bigint[]) as added (what, times)
    order by what collate "C"
    on conflict (since, what) do update set times = counted.times + excluded.times
    returning what, times`);
}

/** The start of the stretch that a moment falls into: all processes cut time at the same places. */
export function stretchOf(now: Date, seconds: number): Date {
  const milliseconds = seconds * 1000;
  return new Date(Math.floor(now.getTime() / milliseconds) * milliseconds);
}

export function forgetCounted(db: Db, before: Date): Promise<number> {
  return db.run(sql`delete from counted where since < ${before}::timestamptz`);
}
