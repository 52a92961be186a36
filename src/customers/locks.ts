import type { Context } from "../foundation/context.ts";
import { sql } from "../foundation/database/sql.ts";

// Any constants, apart from each other and from the migrations' lock.
const filing = 7_260_412;
const evidence = 7_260_413;

/**
 * Held by everyone who files records, beside each other. Who takes something back (a correction, a saying) holds it
 * alone: what still stands is then read from the touches, and no touch may be on its way unseen.
 */
export async function lockFiling(ctx: Context, alone: boolean): Promise<void> {
  await ctx.db.run(
    alone ? sql`select pg_advisory_xact_lock(${filing})` : sql`select pg_advisory_xact_lock_shared(${filing})`,
  );
}

/** Held from before evidence is read until the commit: two writers never partition one component at once. */
export async function lockEvidence(ctx: Context): Promise<void> {
  await ctx.db.run(sql`select pg_advisory_xact_lock(${evidence})`);
}
