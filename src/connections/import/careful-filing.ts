import type { ArrivingRecord, Verdict } from "../../touchpoints/index.ts";

/** Files a batch; the verdicts come in the order of the records. */
export type Filing = (records: readonly ArrivingRecord[]) => Promise<readonly Verdict[]>;

const tries = 4;

/** What may go wrong with one batch and need not end an import. */
export function carefully(file: Filing): Filing {
  return halved(oneAtATimeWhenRaced(file));
}

/**
 * A record that the database itself cannot take must not cost its whole batch: the batch is halved until the record
 * is alone, and then it is refused with the database's reason.
 */
function halved(file: Filing): Filing {
  const filing: Filing = async (records) => {
    try {
      return await file(records);
    } catch (error) {
      if (!isAboutData(error)) throw error;
      if (records.length === 1) return [refused(records[0]!, error as Error)];
      const half = Math.ceil(records.length / 2);
      return [...(await filing(records.slice(0, half))), ...(await filing(records.slice(half)))];
    }
  };
  return filing;
}

/** Batches that others were faster than again and again queue up, and are filed one at a time. */
function oneAtATimeWhenRaced(file: Filing): Filing {
  let queue: Promise<unknown> = Promise.resolve();
  const again = async (records: readonly ArrivingRecord[], left: number): Promise<readonly Verdict[]> => {
    try {
      return await file(records);
    } catch (error) {
      if (left === 0 || !isRaced(error)) throw error;
      return again(records, left - 1);
    }
  };
  return async (records) => {
    try {
      return await file(records);
    } catch (error) {
      if (!isRaced(error)) throw error;
    }
    const turn = queue.then(() => again(records, tries));
    queue = turn.catch(() => {});
    return turn;
  };
}

/** SQLSTATE: 22 data, 23 integrity, 54 too large. Anything else is the database's trouble, not the record's. */
function isAboutData(error: unknown): boolean {
  return /^(22|23|54)...$/.test(codeOf(error));
}

/** serialization_failure, deadlock_detected. */
function isRaced(error: unknown): boolean {
  return codeOf(error) === "40001" || codeOf(error) === "40P01";
}

function codeOf(error: unknown): string {
  const { code } = error as { code?: unknown };
  return typeof code === "string" ? code : "";
}

function refused({ messageId }: ArrivingRecord, error: Error): Verdict {
  return { messageId, verdict: "rejected", reason: `the database cannot keep it: ${error.message}` };
}
