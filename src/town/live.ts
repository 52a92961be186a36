import type { Naming } from "../customers/index.ts";
import type { Context } from "../foundation/context.ts";
import { sql } from "../foundation/database/sql.ts";
import { Conflict } from "../foundation/errors.ts";
import { ingest, type ArrivingRecord } from "../touchpoints/index.ts";
import { lifeOf } from "./life.ts";
import { amara, amaraRemembered } from "./regulars.ts";
import { settleTown } from "./settle.ts";
import { today } from "./today.ts";
import { pastDays, residentsOf, type Town } from "./town.ts";

const batch = 1000;
type Lived = { readonly seed: string; readonly residents: number; readonly from: number; readonly until: number };

/** The town lives up to now: founded at the first time, and from where it stopped at every later one. */
export async function liveUntilNow(
  ctx: Context,
  naming: Naming,
  residents: number,
  tell: (done: number, of: number) => void,
): Promise<Town> {
  const lived = await livedSoFar(ctx);
  if (!lived) await refuseBesideRealPeople(ctx);
  const start = ctx.now.getTime() - pastDays * 86_400_000;
  const town: Town = { seed: "lindenau", residents, from: start, ...lived, until: ctx.now.getTime() };
  await settleTown(ctx);
  await fileAll(ctx, recordsOf(town, lived?.until ?? 0), naming, tell);
  await remember(ctx, town);
  return town;
}

/** What was written down since; beans that were under way have arrived meanwhile. */
function recordsOf(town: Town, since: number): ArrivingRecord[] {
  const residents = [amara, ...residentsOf(town)];
  const lives = residents.flatMap((resident) => lifeOf(town, resident));
  const all = [...amaraRemembered(town), ...lives, ...today(town, residents)];
  return all.filter((record) => (record.version ?? record.at!) > since).sort((x, y) => x.at! - y.at!);
}

async function fileAll(
  ctx: Context,
  records: readonly ArrivingRecord[],
  naming: Naming,
  tell: (done: number, of: number) => void,
): Promise<void> {
  for (let done = 0; done < records.length; done += batch) {
    await ingest(ctx, records.slice(done, done + batch), naming);
    tell(Math.min(records.length, done + batch), records.length);
  }
}

async function livedSoFar(ctx: Context): Promise<Lived | undefined> {
  const row = await ctx.db.maybe<{ value: Lived }>(sql`select value from settings where name = 'simulated town'`);
  return row?.value;
}

async function refuseBesideRealPeople(ctx: Context): Promise<void> {
  const real = await ctx.db.maybe(sql`select id from touches limit 1`);
  if (real)
    throw new Conflict(
      "This installation holds real customers, and simulated ones do not go beside them. Set REGULARS_HOME to another folder for the demonstration.",
    );
}

async function remember(ctx: Context, { seed, residents, from, until }: Town): Promise<void> {
  await ctx.db.run(sql`
    insert into settings (name, value) values ('simulated town', ${JSON.stringify({ seed, residents, from, until })})
    on conflict (name) do update set value = excluded.value`);
}
