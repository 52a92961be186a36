import type { Context } from "../../foundation/context.ts";
import { sql } from "../../foundation/database/sql.ts";
import { randomId } from "../../foundation/ids.ts";
import { tellAccessChanged } from "../access/access-changed.ts";
import { addKey } from "./add-key.ts";

/** A read key for as long as some work takes, which nobody else is shown; no trace of it is left in the list of keys. */
export async function lendKey<T>(ctx: Context, borrower: string, work: (key: string) => Promise<T>): Promise<T> {
  const { name, key } = await addKey(ctx, { name: `${borrower} ${randomId()}`, may: "read" });
  try {
    return await work(key);
  } finally {
    await ctx.db.run(sql`delete from keys where name = ${name} and revoked_at is null`);
    await tellAccessChanged(ctx);
  }
}
