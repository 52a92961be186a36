import { type Blocks, blocksOf, largestWithin, pairsIn, recordsIn } from "./blocks.ts";
import { seeded, type Random } from "../random.ts";

/** Something by which records can be brought together: a number for each record, 0 if it has none. */
export type Key = {
  readonly name: string;
  /** The comparison whose columns it is made of. */
  readonly comparison: number;
  readonly ids: Int32Array;
  /** How often two records of one person share it where both have it: a guess, until something is learned. */
  readonly agreement: number;
  /** People of one household share it too. */
  readonly ofRelatives?: boolean;
};

/** Records whose keys all agree are compared, in blocks of at most `largest`: a value that everybody has brings nobody together. */
export type Rule = {
  readonly name: string;
  readonly keys: readonly number[];
  readonly largest: number;
  readonly pairs: number;
  /** Of the records that have all keys, the share whose block is not too large. */
  readonly within: number;
  readonly blocks: Blocks;
};

const sampled = 1 << 15;
const drawn = 4096;
const rulesMax = 12;
const partOfBudget = 6;
const leastWorth = 1;

/** One or two keys on a sample: what they cost, and which of the records that stand for all lie in blocks not too large. */
type Candidate = { readonly keys: readonly number[]; readonly pairs: number; readonly within: Uint8Array };
export type Pricing = { readonly some: Int32Array; readonly candidates: readonly Candidate[]; readonly known: Known };
/** Blocks of rules that were chosen before; the same are often chosen again. */
type Known = Map<string, Blocks>;

/** Every key, and every two keys of different comparisons, tried on a sample of the records. */
export function priceRules(keys: readonly Key[], budget: number): Pricing {
  const count = keys[0]?.ids.length ?? 0;
  const step = Math.max(1, count / sampled);
  const some = Int32Array.from({ length: Math.min(count, sampled) }, (_, i) => Math.floor(i * step));
  const lists = keys.map(({ ids }) => some.map((record) => ids[record]!));
  const most = budget / partOfBudget / step ** 2;
  const candidates = combinations(keys).map((chosen) => {
    const blocks = blocksOf(chosen.map((key) => lists[key]!));
    const largest = largestWithin(blocks, most);
    const within = Uint8Array.from({ length: drawn }, (_, i) => {
      const group = blocks.group[placeOf(i, some.length)]!;
      return Number(group !== 0 && blocks.sizes[group]! <= largest);
    });
    return { keys: chosen, pairs: pairsIn(blocks, largest) * step ** 2, within };
  });
  return { some, candidates, known: new Map() };
}

function placeOf(i: number, records: number): number {
  return Math.floor((i * records) / drawn);
}

/**
 * Which rules find nearly all pairs of one person with at most `budget` pairs to compare?
 *
 * A pair of one person is imagined for each of 4,096 records: whether its keys agree is drawn from how often they do. The
 * rule that finds most of what no other has found yet, for its price, is taken next, until the rest is not worth it.
 * Seeded, so the same table gets the same rules.
 */
export function chooseRules({ some, candidates, known }: Pricing, keys: readonly Key[], budget: number): Rule[] {
  if (some.length === 0) return [];
  const agreeing = imagined(keys, some);
  const covering = candidates.map((candidate) => ({ ...candidate, covered: coveredBy(candidate, agreeing) }));
  return greedily(covering, budget).map((chosen) => exactly(chosen.keys, keys, budget / partOfBudget, known));
}

function coveredBy({ keys, within }: Candidate, agreeing: readonly Uint8Array[]): Uint8Array {
  return within.map((is, i) => Number(is === 1 && keys.every((key) => agreeing[key]![i] === 1)));
}

function combinations(keys: readonly Key[]): number[][] {
  const all: number[][] = [];
  for (let a = 0; a < keys.length; a++) {
    all.push([a]);
    for (let b = a + 1; b < keys.length; b++) if (keys[a]!.comparison !== keys[b]!.comparison) all.push([a, b]);
  }
  return all;
}

/** For every key and imagined pair: does it agree? Keys of one comparison fail together, the more easily the weaker they are. */
function imagined(keys: readonly Key[], some: Int32Array): Uint8Array[] {
  const comparisons = new Map<number, Random>();
  for (const { comparison } of keys) comparisons.set(comparison, seeded(`blocking/${comparison}`));
  const chances = new Map(
    [...comparisons].map(([c, random]) => [c, Float64Array.from({ length: drawn }, () => random.next())]),
  );
  const partners = seeded("blocking/partners");
  return keys.map(({ ids, comparison, agreement }) => {
    const known = some.reduce((sum, record) => sum + (ids[record] === 0 ? 0 : 1), 0) / some.length;
    return Uint8Array.from({ length: drawn }, (_, i) => {
      const own = ids[some[placeOf(i, some.length)]!]!;
      return Number(own !== 0 && chances.get(comparison)![i]! < agreement && partners.next() < known);
    });
  });
}

/** What finding an imagined pair is worth when so many rules find it already: real pairs fail together more than imagined ones. */
const worthOfFinding = [1, 0.05, 0.01, 0];

function greedily(candidates: readonly Covering[], budget: number): Covering[] {
  const found = new Uint8Array(drawn);
  const taken: Covering[] = [];
  let left = budget;
  while (taken.length < rulesMax) {
    let [best, bestWorth] = [undefined as Covering | undefined, 0];
    for (const candidate of candidates) {
      const worth = worthOf(candidate, found) / (candidate.pairs + budget / 30);
      if (!taken.includes(candidate) && candidate.pairs <= left && worth > bestWorth)
        [best, bestWorth] = [candidate, worth];
    }
    if (!best || worthOf(best, found) < leastWorth) break;
    taken.push(best);
    left -= best.pairs;
    best.covered.forEach((covers, i) => (found[i] = Math.min(worthOfFinding.length - 1, found[i]! + covers)));
  }
  return taken;
}

type Covering = Candidate & { readonly covered: Uint8Array };

function worthOf({ covered }: Covering, found: Uint8Array): number {
  let worth = 0;
  for (let i = 0; i < drawn; i++) if (covered[i] === 1) worth += worthOfFinding[found[i]!]!;
  return worth;
}

function exactly(chosen: readonly number[], keys: readonly Key[], most: number, known: Known): Rule {
  const name = chosen.map((key) => keys[key]!.name).join(" and ");
  const blocks = known.get(name) ?? blocksOf(chosen.map((key) => keys[key]!.ids));
  known.set(name, blocks);
  const largest = largestWithin(blocks, most);
  return {
    name,
    keys: chosen,
    largest,
    pairs: pairsIn(blocks, largest),
    within: recordsIn(blocks, largest) / Math.max(1, recordsIn(blocks)),
    blocks,
  };
}
