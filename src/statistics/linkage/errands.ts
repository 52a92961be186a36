import type { Layout } from "./blocks.ts";
import { GrowingLinks, type Links } from "./links.ts";
import { PatternCounter, type Patterns } from "./patterns.ts";
import { comparing, comparingKeys, type Compare } from "./comparing.ts";
import { placesIn, type Records } from "./records.ts";
import { weighing, type Weigh, type Weights } from "./weights.ts";

/*
 * The three ways of going through pairs, in pieces that several threads take. A piece is the same whoever does it, and
 * the pieces' results are put together in their order, so the number of threads changes no bit of the result.
 */
export type Errand = AnyPairs | OfRule | ForLinks;

/** Pairs drawn by chance, numbers `from` to `to` of a fixed stream; or of all pairs there are. */
export type AnyPairs = {
  readonly what: "any pairs";
  readonly from: number;
  readonly to: number;
  readonly isEvery: boolean;
};
/** Blocks `from` to `to` of a rule, or a share of them. */
export type OfRule = {
  readonly what: "patterns";
  readonly rule: number;
  readonly from: number;
  readonly to: number;
  readonly share: number;
};
/** The pairs of a rule that no earlier rule brings together and that weigh `least` or more. */
export type ForLinks = { readonly what: "links"; readonly rule: number; readonly from: number; readonly to: number };

/** What a thread needs to know. Big lists are in shared memory. */
export type Ground = { readonly records: Records; readonly layouts: readonly Layout[] };
export type Scales = { readonly weights: Weights; readonly least: number };

/** Does errands, one after the other. Keeps what it has worked out about values from one to the next. */
export class Runner {
  readonly #ground: Ground;
  readonly #compare: Compare;
  readonly #compareKeys: Compare;
  #weigh: Weigh | undefined;
  #least = 0;

  constructor(ground: Ground) {
    this.#ground = ground;
    this.#compare = comparing(ground.records);
    this.#compareKeys = comparingKeys(ground.records);
  }

  /** From now on pairs are weighed like this. */
  take({ weights, least }: Scales): void {
    this.#weigh = weighing(this.#ground.records, weights, least);
    this.#least = least;
  }

  run(errand: Errand): Patterns | Links {
    if (errand.what === "links") return this.#links(errand);
    return errand.what === "any pairs" ? this.#patternsOfAny(errand) : this.#patternsOfRule(errand);
  }

  #patternsOfAny({ from, to, isEvery }: AnyPairs): Patterns {
    const { comparisons, width, count } = this.#ground.records;
    const levels = new Uint8Array(comparisons.length);
    const counter = new PatternCounter(levels.length);
    let [a, b] = isEvery ? inTriangle(from) : [0, 0];
    for (let i = from; i < to; i++) {
      if (isEvery) [a, b] = i === from ? [a, b] : b + 1 < a ? [a, b + 1] : [a + 1, 0];
      else [a, b] = [someRecord(count, 2 * i), someRecord(count, 2 * i + 1)];
      if (a === b) continue;
      this.#compare(a * width, b * width, levels);
      counter.add(levels);
    }
    return counter.patterns();
  }

  #patternsOfRule({ rule, from, to, share }: OfRule): Patterns {
    const { records, layouts } = this.#ground;
    const { order, starts } = layouts[rule]!;
    const { width } = records;
    const levels = new Uint8Array(records.comparisons.length + records.keys);
    const counter = new PatternCounter(levels.length);
    for (let block = from; block < to; block++) {
      if (share < 1 && drawnBelow(1 << 24, block) >= share * (1 << 24)) continue;
      for (let i = starts[block]!; i < starts[block + 1]!; i++) {
        for (let j = i + 1; j < starts[block + 1]!; j++) {
          this.#compare(order[i]! * width, order[j]! * width, levels);
          this.#compareKeys(order[i]! * width, order[j]! * width, levels);
          counter.add(levels);
        }
      }
    }
    return counter.patterns();
  }

  #links({ rule, from, to }: ForLinks): Links {
    const { records, layouts } = this.#ground;
    const { order, starts } = layouts[rule]!;
    const { rows, width } = records;
    const { group } = placesIn(records);
    const [weigh, least] = [this.#weigh!, this.#least];
    const found = new GrowingLinks();
    let compared = 0;
    for (let block = from; block < to; block++) {
      for (let i = starts[block]!; i < starts[block + 1]!; i++) {
        const a = order[i]! * width;
        for (let j = i + 1; j < starts[block + 1]!; j++) {
          const b = order[j]! * width;
          if (shareABlock(rows, a + group, b + group, rule)) continue;
          compared++;
          const weight = weigh(a, b);
          if (weight >= least) found.add(order[i]!, order[j]!, weight);
        }
      }
    }
    return found.links(compared);
  }
}

/** Does one of the rules before this one bring the two together already? */
function shareABlock(rows: Int32Array, a: number, b: number, rules: number): boolean {
  for (let earlier = 0; earlier < rules; earlier++)
    if (rows[a + earlier] === rows[b + earlier] && rows[a + earlier] !== 0) return true;
  return false;
}

/** Pair i of (1,0), (2,0), (2,1), (3,0), … */
function inTriangle(i: number): [a: number, b: number] {
  let a = Math.floor((1 + Math.sqrt(1 + 8 * i)) / 2);
  while ((a * (a - 1)) / 2 > i) a--;
  while ((a * (a + 1)) / 2 <= i) a++;
  return [a, i - (a * (a - 1)) / 2];
}

/** Chance draws from so many records, spread over the table: their values stay in the processor's cache. */
const drawnFrom = 1 << 14;

function someRecord(count: number, i: number): number {
  return Math.floor((drawnBelow(drawnFrom, i) * count) / drawnFrom);
}

/** The i-th draw of a fixed stream (MurmurHash3's finaliser over a Weyl sequence): any piece can begin anywhere. */
function drawnBelow(count: number, i: number): number {
  let hash = (Math.imul(i, 0x9e3779b1) + 0x7f4a7c15) | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return Math.floor((((hash ^ (hash >>> 16)) >>> 0) / 4294967296) * count);
}
