import type { Db } from "../../foundation/database/database.ts";
import { sql } from "../../foundation/database/sql.ts";
import type { SourceRank } from "./current-facts.ts";

/** The owner's order of sources, from the setting "source rank": ["desk", "till"]. */
export async function readSourceRank(db: Pick<Db, "maybe">): Promise<SourceRank> {
  const row = await db.maybe<{ value: unknown }>(sql`select value from settings where name = 'source rank'`);
  const order = Array.isArray(row?.value) ? row.value.map(String) : [];
  const ranks = new Map(order.map((source, rank) => [source, rank]));
  return (source) => ranks.get(source) ?? order.length;
}
