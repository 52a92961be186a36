import type { Chances } from "./chances.ts";
import type { Patterns } from "./patterns.ts";
import type { Related } from "./related.ts";
import { caseOf, tieFactors, type Four, type Tie } from "./ties.ts";

export type Start = {
  /** Chances among pairs of one person, to begin with. */
  readonly m: Chances;
  /** Chances among pairs of two people; they stay. */
  readonly u: Chances;
  /** Share of pairs of one person. */
  readonly prior: number;
  readonly ties?: readonly Tie[];
  readonly related?: Related;
};

export type How = {
  /** Comparisons that the block fixes: they say nothing within it and are not learned. */
  readonly leftOut?: ReadonlySet<number>;
  /** How the levels of relatives follow from their counts, where relatives are a sort of their own. */
  readonly relate?: (counted: readonly Float64Array[]) => Chances;
  /** Learn the share of pairs of one person as well. */
  readonly learnPrior?: boolean;
  /** So many pairs as `usual` are added to every comparison, or a level that nobody reached would become impossible. */
  readonly carry?: number;
  /** Bounds that the counts of levels among pairs of one person must keep. */
  readonly keepWithin?: (counted: readonly Float64Array[]) => void;
  readonly usual?: Chances;
  readonly tolerance?: number;
  readonly roundsMax?: number;
};

export type Learned = {
  readonly related: Related | undefined;
  readonly relatives: number;
  readonly ties: readonly Tie[];
  readonly m: Chances;
  readonly prior: number;
  readonly rounds: number;
  readonly matches: number;
  /** How probable a pair of one person looks on average: near 1 where the two sorts of pairs stand well apart. */
  readonly certainty: number;
};

/**
 * How do records of one person agree, when nobody has said which records those are?
 *
 *   w_p = P(one person | pattern p)      m_i[l] = Σ_{p: g_i = l} n_p w_p / Σ_{p: g_i not missing} n_p w_p
 *
 * by turns until no m moves by more than `tolerance` (Dempster, Laird, Rubin 1977; Winkler 1988). A round costs the number
 * of patterns, whatever the number of pairs. Assumes levels independent among pairs of one sort, but for ties.ts; relatives
 * (related.ts) are a third sort, and learn likewise.
 */
export function expectationMaximisation(patterns: Patterns, start: Start, how: How = {}): Learned {
  const { leftOut, learnPrior = false, carry = 0, usual = start.m, tolerance = 1e-4, roundsMax = 200, relate } = how;
  let { m, prior, ties = [], related } = start;
  for (let rounds = 1; ; rounds++) {
    const shares = posteriors(patterns, { m, u: start.u, prior, ties, related }, leftOut);
    const counted = countLevels(patterns, shares.one, usual, carry);
    how.keepWithin?.(counted.levels);
    const moved = normalise(counted.levels, m, leftOut);
    ties = ties.map((tie) => ({ ...tie, m: countCases(tie, patterns, shares.one) }));
    if (learnPrior) prior = counted.matches / counted.pairs;
    const kin = countLevels(patterns, shares.related, start.related?.h ?? usual, carry);
    if (related && relate) {
      const h = relate(kin.levels).map((chances, c) => (leftOut?.has(c) ? related!.h[c]! : chances));
      related = { h, prior: related.prior < 1e-12 ? related.prior : kin.matches / kin.pairs };
    }
    if (moved <= tolerance || rounds >= roundsMax)
      return {
        m,
        prior,
        ties,
        related,
        rounds,
        matches: counted.matches,
        relatives: kin.matches,
        certainty: counted.certainty,
      };
    m = m.map((chances, c) => (leftOut?.has(c) ? chances : counted.levels[c]!));
  }
}

/** Among pairs of one person; a pair's worth of independence is added, so that no case is impossible. */
function countCases(tie: Tie, { width, levels, counts }: Patterns, shares: Float64Array): Four {
  const counted = tie.m.map((chance) => chance / tie.m.reduce((a, b) => a + b)) as [number, number, number, number];
  for (let p = 0; p < shares.length; p++) {
    const which = caseOf(tie, levels[p * width + tie.a.comparison]!, levels[p * width + tie.b.comparison]!);
    if (which !== undefined) counted[which]! += counts[p]! * shares[p]!;
  }
  return counted;
}

/** Odds beyond which nothing changes; keeps ∞/∞ away. */
const certain = 1e150;

/** For each pattern the probability that its pairs are one person, and that they are relatives. */
export function posteriors(
  patterns: Patterns,
  { m, u, prior, ties = [], related }: Start,
  leftOut?: ReadonlySet<number>,
) {
  const { width, levels, counts } = patterns;
  const over = (chances: Float64Array, c: number): Float64Array =>
    chances.map((chance, l) => (l === 0 || leftOut?.has(c) ? 1 : chance / u[c]![l]!));
  const [factors, kinFactors] = [m.map(over), related?.h.map(over)];
  const tied = ties.map((tie) => ({ tie, factors: tieFactors(tie) }));
  const one = new Float64Array(counts.length);
  const kin = new Float64Array(counts.length);
  const strangers = Math.max(1e-12, 1 - prior - (related?.prior ?? 0));
  for (let p = 0; p < one.length; p++) {
    let [odds, kinOdds] = [prior / strangers, (related?.prior ?? 0) / strangers];
    for (let c = 0; c < m.length; c++) {
      odds *= factors[c]![levels[p * width + c]!]!;
      if (kinFactors) kinOdds *= kinFactors[c]![levels[p * width + c]!]!;
    }
    for (const { tie, factors } of tied) {
      const which = caseOf(tie, levels[p * width + tie.a.comparison]!, levels[p * width + tie.b.comparison]!);
      if (which === undefined) continue;
      odds *= factors[which]!;
      kinOdds *= factors[which]!;
    }
    [odds, kinOdds] = [Math.min(odds, certain), Math.min(kinOdds, certain)];
    one[p] = odds / (1 + odds + kinOdds);
    kin[p] = kinOdds / (1 + odds + kinOdds);
  }
  return { one, related: kin };
}

type Counted = {
  readonly levels: Float64Array[];
  readonly matches: number;
  readonly pairs: number;
  readonly certainty: number;
};

function countLevels(
  { width, levels, counts }: Patterns,
  shares: Float64Array,
  usual: Chances,
  carry: number,
): Counted {
  const counted = usual.map((chances) => chances.map((chance) => carry * chance));
  let [matches, pairs, surely] = [0, 0, 0];
  for (let p = 0; p < shares.length; p++) {
    const expected = counts[p]! * shares[p]!;
    for (let c = 0; c < counted.length; c++) counted[c]![levels[p * width + c]!]! += expected;
    matches += expected;
    surely += expected * shares[p]!;
    pairs += counts[p]!;
  }
  return { levels: counted, matches, pairs, certainty: surely / Math.max(matches, Number.MIN_VALUE) };
}

/** Makes chances of counts, in place, and says how far the farthest moved. */
function normalise(counted: Float64Array[], before: Chances, leftOut?: ReadonlySet<number>): number {
  let moved = 0;
  for (const [c, chances] of counted.entries()) {
    chances[0] = 0;
    const sum = chances.reduce((a, b) => a + b, 0);
    for (let l = 1; l < chances.length; l++) {
      chances[l] = sum > 0 ? chances[l]! / sum : before[c]![l]!;
      if (!leftOut?.has(c)) moved = Math.max(moved, Math.abs(chances[l]! - before[c]![l]!));
    }
  }
  return moved;
}
