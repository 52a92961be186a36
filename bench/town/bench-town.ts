import type { Context } from "../../src/foundation/context.ts";
import type { Db } from "../../src/foundation/database/database.ts";
import { sql } from "../../src/foundation/database/sql.ts";
import type { Town } from "../../src/town/index.ts";
import { heap } from "./work.ts";

/** A town that a database was filled with to measure on. Beside it nobody else lives there. */
export type BenchTown = Town & { readonly touches: number };

export async function townThere(db: Db): Promise<BenchTown | undefined> {
  const row = await db.maybe<{ value: BenchTown }>(sql`select value from settings where name = 'bench town'`);
  return row?.value;
}

export async function noteTown(ctx: Context, town: BenchTown): Promise<void> {
  await ctx.db.run(sql`insert into settings (name, value) values ('bench town', ${JSON.stringify(town)})`);
}

/** Nobody is there, or a filling that was broken off: then it starts again. */
export async function isFree(db: Db): Promise<boolean> {
  const { free } = await db.one<{ free: boolean }>(sql`
    select not exists (select 1 from receipts limit 1) or to_regnamespace(${heap}) is not null as free`);
  return free;
}
