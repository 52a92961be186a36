import type { Context } from "../context.ts";

const attempts = 8;
// serialization_failure, deadlock_detected: nothing was done, and doing it again is the remedy.
const again = new Set(["40001", "40P01"]);

/** Another writer was faster in a way that makes what was read so far out of date: the work is done again. */
class Raced extends Error {
  readonly code = "40001";
}

/**
 * Runs a verb's work in one transaction; inside a transaction already open it joins that one.
 * Work may run several times, so it changes nothing outside the database. `isRaced`: which of its own errors mean that
 * another writer was faster.
 */
export async function inTransaction<T>(
  ctx: Context,
  work: (ctx: Context) => Promise<T>,
  isRaced: (error: unknown) => boolean = () => false,
): Promise<T> {
  if (ctx.db.inTransaction) return work(ctx);
  for (let attempt = 1; ; attempt++) {
    try {
      return await ctx.db.transaction((db) => work({ ...ctx, db }));
    } catch (failure) {
      const error = isRaced(failure) ? new Raced() : failure;
      if (attempt >= attempts || !again.has((error as { code?: string }).code ?? "")) throw error;
      await pause(attempt);
    }
  }
}

function pause(attempt: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.random() * 5 * 2 ** attempt));
}
