import type { ArrivingRecord, Verdict } from "../../touchpoints/index.ts";

/** Files a batch; the verdicts come in the order of the records. */
export type Filing = (records: readonly ArrivingRecord[]) => Promise<readonly Verdict[]>;

/**
 * A record that the database itself cannot take must not cost its whole batch: the batch is halved until the record
 * is alone, and then it is refused with the database's reason.
 */
export function carefully(file: Filing): Filing {
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

/** SQLSTATE: 22 data, 23 integrity, 54 too large. Anything else is the database's trouble, not the record's. */
function isAboutData(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return typeof code === "string" && /^(22|23|54)...$/.test(code);
}

function refused({ messageId }: ArrivingRecord, error: Error): Verdict {
  return { messageId, verdict: "rejected", reason: `the database cannot keep it: ${error.message}` };
}
