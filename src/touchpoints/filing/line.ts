import { itemId } from "../catalogue/name-items.ts";
import type { ArrivingLine, ArrivingRecord } from "../record.ts";
import { contentKey } from "./content.ts";

/** One line of a basket. Of two that have one key, the later version stands, then the greater content. */
export type Line = {
  readonly key: string;
  readonly item: string;
  readonly quantity: number;
  readonly amountMinor: number | null;
  readonly version: number;
  readonly content: string;
};

/** A line without a number is known by its fields and how many equal ones came before it in the basket. */
export function linesOf(record: ArrivingRecord): Line[] {
  const before = new Map<string, number>();
  return (record.lines ?? []).map((line) => {
    const content = contentKey([line.item, line.quantity, line.amountMinor ?? null]);
    const nth = before.get(content) ?? 0;
    before.set(content, nth + 1);
    return { ...standing(line, record), key: keyOf(record, line, content, nth), content };
  });
}

function keyOf(record: ArrivingRecord, line: ArrivingLine, content: string, nth: number): string {
  return contentKey([record.part ?? "", ...(line.line === undefined ? [content, nth] : [line.line])]);
}

function standing(line: ArrivingLine, record: ArrivingRecord): Omit<Line, "key" | "content"> {
  return {
    item: itemId(record.source, line.item),
    quantity: line.quantity,
    amountMinor: line.amountMinor ?? null,
    version: line.version ?? record.version ?? record.at ?? 0,
  };
}

export function isLaterLine(line: Line, than: Line): boolean {
  return line.version > than.version || (line.version === than.version && BigInt(line.content) > BigInt(than.content));
}

/** Several lines of one key become the one that stands. */
export function latestLines(lines: Iterable<Line>): Map<string, Line> {
  const latest = new Map<string, Line>();
  for (const line of lines) {
    const known = latest.get(line.key);
    if (!known || isLaterLine(line, known)) latest.set(line.key, line);
  }
  return latest;
}
