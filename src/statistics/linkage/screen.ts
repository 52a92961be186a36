import { levelsOf, type Comparison } from "./comparison.ts";
import { dateLevel, readDates, type Dates } from "./dates.ts";
import { haveDigitsInCommon } from "./digits.ts";
import { mayBeAlike, mayBeTwoSlipsApart } from "./likeness.ts";
import type { Records } from "./records.ts";

/** One comparison as the screen sees it: numbers and lists only. */
type Look = {
  readonly kind: Comparison["kind"];
  readonly column: number;
  readonly second: number;
  readonly looks: Int32Array;
  readonly secondLooks: Int32Array;
  /** 1 for values that have kin: they may be alike whatever they look like. */
  readonly kin: Uint8Array;
  readonly dates: Dates | undefined;
  readonly rarity: Float32Array;
  /** What each case is worth at most: see `cases`. */
  readonly bits: Float64Array;
  /** What all comparisons after this one can say at most. */
  readonly rest: number;
};

const cases = { equal: 0, near: 1, unlike: 2, all: 3, oneEqual: 4, oneAlike: 5, noneAlike: 6, oneMissing: 7 } as const;

export type Screening = {
  readonly records: Records;
  /** Comparisons, the most telling first; for each its levels' bits, its first column's rarity, and the most it can add. */
  readonly order: readonly number[];
  readonly levels: readonly Float64Array[];
  readonly rarities: readonly (readonly Float32Array[])[];
  readonly rarest: readonly number[];
  readonly rest: readonly number[];
};

/**
 * Can two records still reach `least` bits? A look at each word says what its comparison can say at most. Most pairs that a
 * rule brings together are strangers, and for most of them these looks add up to too little: no likeness is computed.
 *
 * One loop without closures, so that it is compiled as one piece: as functions of their own the looks took three times as
 * long (November 2026).
 */
export function screening(how: Screening, prior: number, least: number): (a: number, b: number) => boolean {
  const all = how.order.map((c, k) => lookOf(how, c, how.rest[k]!));
  const { rows } = how.records;
  return (a, b) => mayReach(all, rows, a, b, prior, least);
}

function mayReach(all: readonly Look[], rows: Int32Array, a: number, b: number, prior: number, least: number): boolean {
  let most = prior;
  for (let k = 0; k < all.length; k++) {
    const look = all[k]!;
    const x = rows[a + look.column]!;
    const y = rows[b + look.column]!;
    if (look.kind === "twoParts")
      most += look.bits[twoParts(look, x, rows[a + look.second]!, y, rows[b + look.second]!)]!;
    else if (x !== 0 && y !== 0) {
      if (x === y) most += look.bits[cases.equal]! + look.rarity[x]!;
      else if (look.dates) most += look.bits[8 + dateLevel(look.dates, x, y)]!;
      else
        most +=
          look.bits[isNear(look, x, y, rows[a + look.second]!, rows[b + look.second]!) ? cases.near : cases.unlike]!;
    }
    if (most + look.rest < least) return false;
  }
  return true;
}

function isNear(look: Look, x: number, y: number, p: number, q: number): boolean {
  if (look.kind === "words") return mayBeAlike(look.looks, x, y) || look.kin[x] === 1 || look.kin[y] === 1;
  if (look.kind === "digits") return haveDigitsInCommon(look.looks, x, y);
  return p === q || mayBeAlike(look.secondLooks, p, q) || mayBeTwoSlipsApart(look.looks, x, y);
}

function twoParts(look: Look, x1: number, x2: number, y1: number, y2: number): number {
  const firsts = x1 === y1 || alike(look, x1, y1);
  const seconds = x2 === y2 || alike(look, x2, y2);
  if ((firsts && seconds) || (alike(look, x1, y2) && alike(look, x2, y1))) return cases.all;
  if (x1 === y1 || x2 === y2) return cases.oneEqual;
  if (firsts || seconds || x1 === y2 || x2 === y1) return cases.oneAlike;
  return x1 === 0 || x2 === 0 || y1 === 0 || y2 === 0 ? cases.oneMissing : cases.noneAlike;
}

function alike({ looks, kin }: Look, x: number, y: number): boolean {
  return x !== 0 && y !== 0 && (mayBeAlike(looks, x, y) || kin[x] === 1 || kin[y] === 1);
}

function lookOf({ records, levels, rarities, rarest }: Screening, c: number, rest: number): Look {
  const { kind, columns, kin } = records.comparisons[c]!;
  const [column, second = column] = columns as [number, number?];
  const words = records.vocabularies[column]!;
  return {
    kind,
    column,
    second,
    looks: words.looks,
    secondLooks: records.vocabularies[second]!.looks,
    kin: Uint8Array.from({ length: words.size + 1 }, (_, v) => (kin && kin.starts[v] !== kin.starts[v + 1] ? 1 : 0)),
    dates: kind === "dates" ? readDates(words) : undefined,
    rarity: rarities[c]![0]!,
    bits: kind === "twoParts" ? bitsOfTwoParts(levels[c]!, rarest[c]!) : bitsOfOne(levels[c]!),
    rest,
  };
}

/** Behind the cases the levels themselves, for dates, which are as quickly compared as looked at. */
function bitsOfOne(table: Float64Array): Float64Array {
  const near = Math.max(...table.subarray(2));
  return Float64Array.of(table[1]!, near, table.at(-1)!, 0, 0, 0, 0, 0, ...table);
}

function bitsOfTwoParts(table: Float64Array, rarest: number): Float64Array {
  const most = (...of: readonly number[]): number => Math.max(...of.map((level) => table[level]!));
  const all = most(...levelsOf.twoParts.keys()) + rarest;
  return Float64Array.of(0, 0, 0, all, most(8, 9, 10, 11, 12) + rarest, most(12, 13, 14), most(14), most(0, 14));
}
