import { levelCount, type Comparison } from "./comparison.ts";
import type { Chances } from "./chances.ts";
import type { Feature } from "./features.ts";
import { screening } from "./screen.ts";
import { levelOf, type Level } from "./levels-of-pair.ts";
import { isOwnFirst } from "./related.ts";
import type { Records } from "./records.ts";
import type { Four } from "./ties.ts";

/** What each agreement is worth, in bits: log2(m / u), and more for a rare value than for a common one. */
export type Weights = {
  /** log2 of the odds that any two records are one person. */
  readonly prior: number;
  readonly levels: Chances;
  /** For each comparison and column of it, what a value is worth beyond the usual; see rarity.ts. */
  readonly rarities: readonly (readonly Float32Array[])[];
  readonly ties: readonly TieWeight[];
  /** The same against relatives instead of strangers: log2 of the odds, and log2(m / h). */
  readonly related: { readonly prior: number; readonly levels: Chances };
};

/** What two features are worth together beyond what each is worth apart. */
export type TieWeight = {
  readonly a: Feature;
  readonly b: Feature;
  readonly bits: Four;
  /** Of the two the one that the other implies when both are shared, by this share: its rarity then counts less. */
  readonly implied: { readonly feature: Feature; readonly share: number };
};

/** Whose rarity counts at which level: the place in `rarities` plus one; 0 is nobody's. */
const rarityAt: Readonly<Record<string, readonly number[]>> = {
  one: [0, 1],
  twoParts: [0, 3, 3, 2, 2, 1, 0, 0, 2, 1, 2, 1],
};

function rarityPart(kind: string, level: number): number {
  return (rarityAt[kind] ?? rarityAt["one"]!)[level] ?? 0;
}

/** The columns of a comparison whose values' rarity counts. */
export function rareColumns({ kind, columns }: Comparison): readonly number[] {
  return kind === "twoParts" ? columns : columns.slice(0, 1);
}

/** The weight of two records, given where their rows begin. */
export type Weigh = (a: number, b: number) => number;

/**
 * The weight of a pair: M = log2(λ/(1−λ)) + Σ log2(m/u) + rarity + ties. Strong comparisons come first; as soon as the rest
 * cannot lift the sum to `least`, or when looks alone show that nothing can (screen.ts), it is given up as -Infinity.
 */
export function weighing(records: Records, weights: Weights, least: number): Weigh {
  const each = records.comparisons.map((comparison) => levelOf(records, comparison));
  const order = inOrder(weights);
  const bonus = weights.ties.reduce((sum, { bits }) => sum + Math.max(0, ...bits), 0);
  const rest = order.map((_, k) => order.slice(k + 1).reduce((sum, c) => sum + most(weights, c), bonus));
  const levels = new Uint8Array(each.length);
  const steps = order.map((c) => step(records, weights, c, each[c]!, levels));
  const ties = weights.ties.map((tie) => tieStep(records, weights, tie, levels));
  const related = relatedStep(records, weights, levels);
  const { levels: bits, rarities } = weights;
  const rarest = rarities.map(rarestOf);
  const mayReach = screening({ records, order, levels: bits, rarities, rarest, rest }, weights.prior, least);
  return (a, b) => {
    if (!mayReach(a, b)) return -Infinity;
    let weight = weights.prior;
    for (let k = 0; k < steps.length; k++) {
      weight += steps[k]!(a, b);
      if (weight + rest[k]! < least) return -Infinity;
    }
    for (let t = 0; t < ties.length; t++) weight += ties[t]!(a, b);
    return againstBoth(weight, related(a));
  };
}

/** Odds against either of two: 1 / (1/x + 1/y), in bits. */
function againstBoth(x: number, y: number): number {
  const low = Math.min(x, y);
  return low - Math.log2(1 + 2 ** (low - Math.max(x, y)));
}

/** Against relatives only what is a person's own counts as rare: a forename, but not the family's surname. */
function relatedStep(
  { rows, comparisons }: Records,
  { related, rarities }: Weights,
  seen: Uint8Array,
): (a: number) => number {
  const parts = comparisons.map(ownRarity);
  return (a) => {
    let weight = related.prior;
    for (let c = 0; c < comparisons.length; c++) {
      weight += related.levels[c]![seen[c]!]!;
      if (parts[c]![seen[c]!]) weight += rarities[c]![0]![rows[a + comparisons[c]!.columns[0]!]!]!;
    }
    return weight;
  };
}

function ownRarity(comparison: Comparison): boolean[] {
  const own = (comparison.relatives ?? 0) === 0;
  return Array.from({ length: levelCount(comparison) }, (_, l) => {
    const part = rarityPart(comparison.kind, l);
    return own ? part === 1 : isOwnFirst(comparison) && (part === 1 || part === 3);
  });
}

function step(
  { rows, comparisons }: Records,
  { levels, rarities }: Weights,
  c: number,
  level: Level,
  seen: Uint8Array,
): Weigh {
  const { kind, columns } = comparisons[c]!;
  const table = levels[c]!;
  const parts = Array.from(table, (_, l) => rarityPart(kind, l) - 1);
  return (a, b) => {
    const l = level(a, b);
    seen[c] = l;
    const part = parts[l]!;
    return part < 0 ? table[l]! : table[l]! + rarities[c]![part]![rows[a + columns[part]!]!]!;
  };
}

function tieStep({ rows, comparisons }: Records, { rarities }: Weights, tie: TieWeight, seen: Uint8Array): Weigh {
  const { a: first, b: second, bits, implied } = tie;
  const { feature, share } = implied;
  const { kind, columns } = comparisons[feature.comparison]!;
  const rarity = rarities[feature.comparison]![columns.indexOf(feature.column)]!;
  return (a) => {
    const x = first.states[seen[first.comparison]!]!;
    const y = second.states[seen[second.comparison]!]!;
    if (x === 2 || y === 2) return 0;
    const counted = x + y === 2 && columns[rarityPart(kind, seen[feature.comparison]!) - 1] === feature.column;
    return bits[2 * x + y]! - (counted ? share * Math.max(0, rarity[rows[a + feature.column]!]!) : 0);
  };
}

/** Those that can say most first, so that hopeless pairs are given up early. */
function inOrder(weights: Weights): number[] {
  const can = weights.levels.map((_, c) => most(weights, c));
  return can.map((_, c) => c).sort((c, d) => can[d]! - can[c]! || c - d);
}

function most({ levels, rarities }: Weights, c: number): number {
  return Math.max(0, ...levels[c]!) + rarestOf(rarities[c]!);
}

function rarestOf(rarities: readonly Float32Array[]): number {
  return rarities.reduce((most, list) => list.reduce((a, b) => Math.max(a, b), most), 0);
}
