import type { Patterns } from "./patterns.ts";
import { caseOf, tieFactors, type Four, type Tie } from "./ties.ts";

/** For every comparison the chance of each level, by number; level 0, missing, has none. */
export type Chances = readonly Float64Array[];

export type Start = {
  /** Chances among pairs of one person, to begin with. */
  readonly m: Chances;
  /** Chances among pairs of two people; they stay. */
  readonly u: Chances;
  /** Share of pairs of one person. */
  readonly prior: number;
  readonly ties?: readonly Tie[];
};

export type How = {
  /** Comparisons that the block fixes: they say nothing within it and are not learned. */
  readonly leftOut?: ReadonlySet<number>;
  /** Learn the share of pairs of one person as well. */
  readonly learnPrior?: boolean;
  /** So many pairs as `usual` are added to every comparison, or a level that nobody reached would become impossible. */
  readonly carry?: number;
  readonly usual?: Chances;
  readonly tolerance?: number;
  readonly roundsMax?: number;
};

export type Learned = {
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
 * of patterns, whatever the number of pairs. Assumes levels independent among pairs of one kind, see independence.ts.
 */
export function expectationMaximisation(patterns: Patterns, start: Start, how: How = {}): Learned {
  const { leftOut, learnPrior = false, carry = 0, usual = start.m, tolerance = 1e-4, roundsMax = 200 } = how;
  let { m, prior, ties = [] } = start;
  for (let rounds = 1; ; rounds++) {
    const shares = posteriors(patterns, { m, u: start.u, prior, ties }, leftOut);
    const counted = countLevels(patterns, shares, usual, carry);
    const moved = normalise(counted.levels, m, leftOut);
    ties = ties.map((tie) => ({ ...tie, m: countCases(tie, patterns, shares) }));
    if (learnPrior) prior = counted.matches / counted.pairs;
    if (moved <= tolerance || rounds >= roundsMax)
      return { m, prior, ties, rounds, matches: counted.matches, certainty: counted.certainty };
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

/** For each pattern the probability that its pairs are one person. */
export function posteriors(
  patterns: Patterns,
  { m, u, prior, ties = [] }: Start,
  leftOut?: ReadonlySet<number>,
): Float64Array {
  const { width, levels, counts } = patterns;
  const factors = m.map((chances, c) =>
    chances.map((chance, l) => (l === 0 || leftOut?.has(c) ? 1 : chance / u[c]![l]!)),
  );
  const tied = ties.map((tie) => ({ tie, factors: tieFactors(tie) }));
  const shares = new Float64Array(counts.length);
  for (let p = 0; p < shares.length; p++) {
    let odds = prior / (1 - prior);
    for (let c = 0; c < m.length; c++) odds *= factors[c]![levels[p * width + c]!]!;
    for (const { tie, factors } of tied) {
      const which = caseOf(tie, levels[p * width + tie.a.comparison]!, levels[p * width + tie.b.comparison]!);
      if (which !== undefined) odds *= factors[which]!;
    }
    shares[p] = odds === Infinity ? 1 : odds / (1 + odds);
  }
  return shares;
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
