import { itemId } from "../catalogue/name-items.ts";
import type { ArrivingLine, ArrivingRecord } from "../record.ts";
import { contentKey, contentKeys } from "./content.ts";

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
  if (!record.lines) return [];
  const before = new Map<string, number>();
  return record.lines.map((line) => {
    const said = saidBy(line);
    const nth = before.get(said.content) ?? 0;
    before.set(said.content, nth + 1);
    return {
      key:
        line.line === undefined ? keyOfNth(said.fields, nth, record.part) : contentKey([record.part ?? "", line.line]),
      item: itemId(record.source, line.item),
      quantity: line.quantity,
      amountMinor: line.amountMinor ?? null,
      version: line.version ?? record.version ?? record.at ?? 0,
      content: said.content,
    };
  });
}

type Said = { readonly content: string; readonly fields: bigint };

const most = 50_000;
// One coffee is bought like another: most lines say what some line before them said.
const sayings = new Map<string, Said>();

function saidBy({ item, quantity, amountMinor }: ArrivingLine): Said {
  const text = JSON.stringify([item, quantity, amountMinor ?? null]);
  const known = sayings.get(text);
  if (known) return known;
  if (sayings.size >= most) sayings.clear();
  const [content, fields] = contentKeys(text);
  const said = { content: content.toString(), fields };
  sayings.set(text, said);
  return said;
}

// Any large odd numbers: equal lines, and equal lines of two parts, fall far apart.
const apart = 0x1e3779b97f4a7c15n;
const salts = { "": 0n, order: 0x2545f4914f6cdd1dn, lines: 0x369dea0f31a53f85n, status: 0x27bb2ee687b0b0fdn } as const;

function keyOfNth(fields: bigint, nth: number, part: ArrivingRecord["part"]): string {
  return BigInt.asUintN(63, fields + BigInt(nth) * apart + salts[part ?? ""]).toString();
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
