import type { Comparison } from "./comparison.ts";
import { sharedInts, type Column, type Vocabulary } from "./vocabulary.ts";

/** A table of records, row after row in shared memory: record r has its values from rows[r * width] on. 0 is missing. */
export type Records = {
  readonly count: number;
  readonly width: number;
  /** The values of the columns, then of the keys, then the blocks that the rules put the record in. */
  readonly rows: Int32Array;
  readonly vocabularies: readonly Vocabulary[];
  readonly comparisons: readonly Comparison[];
  readonly keys: number;
  readonly rules: number;
};

export type Lists = {
  readonly columns: readonly Column[];
  readonly keys: readonly Int32Array[];
  readonly groups: readonly Int32Array[];
};

const rowsAtOnce = 256;

export function recordsOf({ columns, keys, groups }: Lists, comparisons: readonly Comparison[]): Records {
  const lists = [...columns.map(({ ids }) => ids), ...keys, ...groups];
  const count = lists[0]?.length ?? 0;
  const width = lists.length;
  const rows = sharedInts(count * width);
  // Some hundred rows at a time, which stay in the processor's cache while every column is put in.
  for (let from = 0; from < count; from += rowsAtOnce) {
    const to = Math.min(count, from + rowsAtOnce);
    for (let column = 0; column < width; column++) {
      const list = lists[column]!;
      for (let r = from, at = from * width + column; r < to; r++, at += width) rows[at] = list[r]!;
    }
  }
  const vocabularies = columns.map(({ vocabulary }) => vocabulary);
  return { count, width, rows, vocabularies, comparisons, keys: keys.length, rules: groups.length };
}

/** Where in a row the first key stands, and the first rule's block. */
export function placesIn({ vocabularies, keys }: Records): { readonly key: number; readonly group: number } {
  return { key: vocabularies.length, group: vocabularies.length + keys };
}

/** How many records have each value of a column; at 0 how many have none. */
export function countsIn({ rows, width, count, vocabularies }: Records, column: number): Int32Array {
  const counts = new Int32Array(vocabularies[column]!.size + 1);
  for (let at = column, end = count * width; at < end; at += width) counts[rows[at]!]!++;
  return counts;
}
