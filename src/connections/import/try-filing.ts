import type { Naming } from "../../customers/index.ts";
import type { Context } from "../../foundation/context.ts";
import { inTransaction } from "../../foundation/database/transaction.ts";
import { ingest, type Verdict } from "../../touchpoints/index.ts";
import type { Filing } from "./careful-filing.ts";

/** Carries the verdicts out of a transaction that is given up. */
class Undone extends Error {
  readonly verdicts: readonly Verdict[];
  constructor(verdicts: readonly Verdict[]) {
    super("tried only");
    this.verdicts = verdicts;
  }
}

export function filingFor(ctx: Context, naming: Naming): Filing {
  return (records) => ingest(ctx, records, naming);
}

/** Files each batch and takes it back: the verdicts are true, and nothing remains. */
export function tryFiling(ctx: Context, naming: Naming): Filing {
  return async (records) => {
    try {
      await inTransaction(ctx, async (ctx) => {
        throw new Undone(await ingest(ctx, records, naming));
      });
    } catch (error) {
      if (error instanceof Undone) return error.verdicts;
      throw error;
    }
    return [];
  };
}
