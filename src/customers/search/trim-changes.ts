import type { Context } from "../../foundation/context.ts";
import { sql } from "../../foundation/database/sql.ts";

/**
 * Far longer than the gap after which an index reads everybody anew. A change bears the time when its verb began, so one
 * from the end of a longer import may go sooner; an index that is there has read it within a second.
 */
const keptMilliseconds = 2 * 3_600_000;

/** Forgets the changes that no name index will ask for any more. Says how many. */
export function trimChanges(ctx: Context): Promise<number> {
  const before = new Date(ctx.now.getTime() - keptMilliseconds);
  return ctx.db.run(sql`delete from changes where at < ${before}::timestamptz`);
}
