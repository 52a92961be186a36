import type { ArrivingRecord, Verdict } from "../../touchpoints/index.ts";
import type { Filing } from "./careful-filing.ts";
import type { Gathered, Refused } from "./reading.ts";
import type { Tally } from "./tally.ts";

/** Files one batch and counts what became of its rows. */
export async function fileBatch(
  batch: readonly Gathered[],
  file: Filing,
  refuse: (refused: Refused) => void,
  tally: Tally,
): Promise<void> {
  const verdicts = await file(batch.map(({ record }) => record!));
  batch.forEach((gathered, nth) => count(gathered, verdicts[nth]!, refuse, tally));
}

function count(
  { record, rows, repeated }: Gathered,
  verdict: Verdict,
  refuse: (refused: Refused) => void,
  tally: Tally,
): void {
  if (verdict.verdict === "rejected") {
    return [...rows, ...repeated].forEach((row) => refuse({ row, because: verdict.reason ?? "it was refused" }));
  }
  const accepted = verdict.verdict === "accepted" ? changedRows(record!, rows.length, verdict) : 0;
  tally.accepted += accepted;
  tally.unchanged += rows.length - accepted + repeated.length;
  tally.messages++;
  if (isReturn(record!)) tally.returnsOnly++;
  const nameless = Object.keys(record!.ids).length === 0;
  if (verdict.identity !== undefined) (nameless ? tally.nameless : tally.named).add(verdict.identity);
}

/** Without a changed line it is the order itself that changed, and all of its rows stated that. */
function changedRows({ lines }: ArrivingRecord, rows: number, { changed }: Verdict): number {
  return lines && changed ? Math.min(changed, rows) : rows;
}

function isReturn({ lines }: ArrivingRecord): boolean {
  return lines !== undefined && lines.every((line) => line.quantity < 0);
}
