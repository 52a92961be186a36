import type { Naming } from "../../customers/index.ts";
import type { Context } from "../../foundation/context.ts";
import { Refusal } from "../../foundation/errors.ts";
import { ingest, type ArrivingRecord, type Verdict } from "../../touchpoints/index.ts";
import { implausible } from "./implausible.ts";

/** What came through a door as one message: the records it says, or why it says nothing that can be kept. */
export type Arrival = { readonly messageId: string | null } & (
  { readonly records: readonly ArrivingRecord[] } | { readonly refused: string }
);

/** What becomes of one message; `index` is its place in the body. */
export type ArrivalVerdict = {
  readonly messageId: string | null;
  readonly index: number;
  readonly verdict: Verdict["verdict"];
  readonly reason?: string;
};

/**
 * Files every message that can be kept, in one transaction, and says of each what became of it. A message refused is no
 * reason to lose its neighbours.
 */
export async function fileArrivals(
  ctx: Context,
  arrivals: readonly Arrival[],
  naming: Naming,
  firstIndex = 0,
): Promise<ArrivalVerdict[]> {
  const judged = arrivals.map((arrival) => doubted(arrival, ctx.now));
  const records = judged.flatMap((arrival) => ("records" in arrival ? arrival.records : []));
  const verdicts = (await ingestEach(ctx, records, naming)).values();
  return judged.map((arrival, offset) => {
    const own = "records" in arrival ? arrival.records.map(() => verdicts.next().value!) : [];
    return { messageId: arrival.messageId, index: firstIndex + offset, ...together(arrival, own) };
  });
}

function doubted(arrival: Arrival, now: Date): Arrival {
  if ("refused" in arrival) return arrival;
  for (const record of arrival.records) {
    const refused = implausible(record, now);
    if (refused !== undefined) return { messageId: arrival.messageId, refused };
  }
  return arrival;
}

/** A message of several records is accepted when any of them brought something. */
function together(arrival: Arrival, verdicts: readonly Verdict[]): Pick<ArrivalVerdict, "verdict" | "reason"> {
  if ("refused" in arrival) return { verdict: "rejected", reason: arrival.refused };
  const rejected = verdicts.find(({ verdict }) => verdict === "rejected");
  if (rejected) return { verdict: "rejected", ...(rejected.reason !== undefined && { reason: rejected.reason }) };
  return { verdict: verdicts.some(({ verdict }) => verdict === "accepted") ? "accepted" : "duplicate" };
}

/**
 * All in one transaction. Should the database find one that cannot be kept although no rule here says so, the halves are
 * tried by themselves until it stands alone: the rest is not refused for its sake.
 */
async function ingestEach(ctx: Context, records: readonly ArrivingRecord[], naming: Naming): Promise<Verdict[]> {
  if (records.length === 0) return [];
  try {
    return await ingest(ctx, records, naming);
  } catch (error) {
    if (!isAboutContent(error)) throw error;
    if (records.length === 1) return [cannotBeKept(records[0]!, error)];
  }
  const middle = records.length >> 1;
  const first = await ingestEach(ctx, records.slice(0, middle), naming);
  return [...first, ...(await ingestEach(ctx, records.slice(middle), naming))];
}

/** SQLSTATE class 22, "data exception", and refusals of our own. */
function isAboutContent(error: unknown): boolean {
  if (error instanceof Refusal) return error.code === "invalid-input";
  return /^22[0-9A-Z]{3}$/.test((error as { code?: string }).code ?? "");
}

function cannotBeKept({ messageId }: ArrivingRecord, error: unknown): Verdict {
  const reason = error instanceof Refusal ? error.message : "a value in it is outside what can be kept";
  return { messageId, verdict: "rejected", reason };
}
