import { levelCount, type Comparison } from "./comparison.ts";
import type { Chances } from "./chances.ts";
import { expectationMaximisation, type Learned, type Start } from "./expectation-maximisation.ts";
import type { Feature } from "./features.ts";
import type { Patterns } from "./patterns.ts";
import { keepOwn, relatedLevels } from "./related.ts";
import type { Key, Rule } from "./rules.ts";
import type { Sharing } from "./ties.ts";

/** The pairs of one blocking rule, or a share of them, as patterns. */
export type Session = { readonly rule: Rule; readonly patterns: Patterns; readonly share: number };

export type Material = {
  readonly comparisons: readonly Comparison[];
  readonly keys: readonly Key[];
  /** All pairs there are, n(n-1)/2. */
  readonly pairs: number;
  /** Patterns of pairs as chance brings them together. */
  readonly any: Patterns;
  readonly features: readonly Feature[];
  readonly sharing: Sharing;
  readonly sessions: readonly Session[];
};

export const carried = 4;
/** The share of relatives where we look for none. */
export const none = 1e-15;
/** A session whose matches are less certain teaches less: .86 counts a twentieth of 1. */
export const doubts = 20;

/** Before anything is learned: most agree, and slips are commoner than anything stranger. */
export function usualAgreement(comparison: Comparison): Float64Array {
  const count = levelCount(comparison);
  const chances = Float64Array.from({ length: count }, (_, l) => (l === 0 ? 0 : l === 1 ? 0.75 : 0.25 / (count - 2)));
  return chances;
}

export function isUseful({ prior, matches, leftOut }: Result, comparisons: readonly Comparison[]): boolean {
  return prior > 0.003 && matches > 10 && leftOut.size < comparisons.length;
}

/** One session: `share` of its pairs are expected to be one person, to begin with or for good. */
export function teach(
  { rule, patterns, share }: Session,
  material: Material,
  start: Required<Start>,
  expected: number,
  learnPrior: boolean,
): Result {
  const { comparisons, keys, pairs } = material;
  const { u, related } = start;
  const leftOut = new Set(rule.keys.map((key) => keys[key]!.comparison));
  const guess = learnPrior ? (0.5 * expected * pairs) / Math.max(1, rule.pairs) : expected;
  const prior = Math.min(0.9, Math.max(learnPrior ? 0.001 : 1e-9, guess));
  const kinPrior = Math.min(0.5, 1 - prior) * (learnPrior ? prior : 1) * 0.5;
  const result = expectationMaximisation(
    patterns,
    { ...start, prior, related: { h: related.h, prior: related.prior === none ? none : kinPrior } },
    {
      leftOut,
      learnPrior,
      tolerance: 1e-3,
      roundsMax: 60,
      carry: carried,
      usual: comparisons.map(usualAgreement),
      relate: (counted) => comparisons.map((comparison, c) => relatedLevels(comparison, counted[c]!, u[c]!)),
      keepWithin: (counted) => comparisons.forEach((comparison, c) => keepOwn(comparison, counted[c]!)),
    },
  );
  const believed = (result.matches / share) * result.certainty ** doubts;
  return { rule, patterns, share, leftOut, ...result, u, believed };
}

export type Result = Session &
  Learned & {
    readonly u: Chances;
    readonly leftOut: ReadonlySet<number>;
    /** Its weight among the sessions. */
    readonly believed: number;
  };
