import { levelCount, type Comparison } from "./comparison.ts";
import type { Start } from "./expectation-maximisation.ts";
import type { Patterns } from "./patterns.ts";
import { relatedAtFirst, type Related } from "./related.ts";
import type { Rule } from "./rules.ts";
import { isUseful, none, teach, usualAgreement, type Material, type Session } from "./session.ts";
import type { Chances, Sort } from "./chances.ts";
import {
  agreement,
  allMatches,
  allRelatives,
  asRelatives,
  averaged,
  reached,
  recallOf,
  tiedM,
  type Agreement,
} from "./summing-up.ts";
import { tiesAmong, type Tie } from "./ties.ts";

export type Model = {
  readonly related: Related;
  readonly ties: readonly Tie[];
  readonly m: Chances;
  readonly u: Chances;
  /** Share of all pairs that are one person. */
  readonly lambda: number;
  /** For each key how often two records of one person agree in it: where both have it, and at all. */
  readonly agreements: readonly Agreement[];
  /** How many pairs of one person reached each level while it was learned; where none did, a guess stands. */
  readonly reached: Chances;
  readonly sessions: readonly {
    readonly rule: Rule;
    readonly matches: number;
    readonly rounds: number;
    readonly prior: number;
    readonly certainty: number;
    readonly used: boolean;
  }[];
};

const roundsOfAll = 4;

/** Fewer relatives than this for each match are more likely matches that are hard to recognise. */
const fewRelatives = 0.03;

/** A handful of rows says nothing of how strangers agree: so many pairs are imagined. */
const guessed = 20;

function strangers(level: number, count: number): number {
  return level === 0 ? 0 : level === count - 1 ? 1 - 0.003 * (count - 2) : 0.003;
}

export function train(material: Material): Model {
  const model = learnAll(material, true);
  return model.related.prior < fewRelatives * model.lambda ? learnAll(material, false) : model;
}

function learnAll(material: Material, withRelatives: boolean): Model {
  const { comparisons, any } = material;
  const all = shares(any, comparisons);
  let m: Chances = comparisons.map(usualAgreement);
  let u: Chances = all;
  let lambda = firstLambda(material);
  let model: Model | undefined;
  let related: Related | undefined;
  for (let round = 0; round < roundsOfAll; round++) {
    const sure = [{ chances: m, share: lambda }, ...(related ? [{ chances: related.h, share: related.prior }] : [])];
    u = all.map((chances, c) => among(chances, c, sure, any));
    related ??= { h: relatedAtFirst(comparisons, m, u), prior: withRelatives ? lambda : none };
    const ties = tiesAmong(material.features, material.sharing, sure);
    model = learn(material, { m, u, prior: lambda, ties, related });
    m = model.m;
    related = model.related;
    lambda = model.lambda;
  }
  return model!;
}

function firstLambda({ pairs, sessions }: Material): number {
  const least = sessions.map(({ rule }) => rule.pairs).reduce((a, b) => Math.min(a, b), pairs);
  return Math.min(0.1, Math.max(1, least) / pairs);
}

function shares({ width, levels, counts }: Patterns, comparisons: readonly Comparison[]): Float64Array[] {
  return comparisons.map((comparison, c) => {
    const counted = new Float64Array(levelCount(comparison));
    for (let p = 0; p < counts.length; p++) counted[levels[p * width + c]!]! += counts[p]!;
    counted[0] = 0;
    const sum = counted.reduce((a, b) => a + b, 0);
    return counted.map((count) => count / Math.max(1, sum));
  });
}

/** Among pairs that chance brings together some are one person's, or relatives': u = (all − Σ λ m) / (1 − Σ λ), never zero. */
function among(all: Float64Array, c: number, sorts: readonly Sort[], any: Patterns): Float64Array {
  const least = 0.5 / any.counts.reduce((a, b) => a + b, 1);
  const rest = sorts.reduce((left, { share }) => left - share, 1);
  const theirs = (l: number): number => sorts.reduce((sum, { chances, share }) => sum + share * chances[c]![l]!, 0);
  const pairs = any.counts.reduce((a, b) => a + b, 0);
  const cleaned = all.map((share, l) =>
    l === 0 ? 0 : pairs * Math.max(least, (share - theirs(l)) / rest) + guessed * strangers(l, all.length),
  );
  const sum = cleaned.reduce((a, b) => a + b, 0);
  return cleaned.map((share) => share / sum);
}

function learn(material: Material, start: Required<Start>): Model {
  const { comparisons, keys, pairs, sessions } = material;
  const { u, prior: lambda, ties, related } = start;
  const ofHouse = ({ rule }: Session): boolean => rule.keys.every((key) => keys[key]!.ofRelatives);
  const own = sessions.filter((session) => !ofHouse(session));
  const learnedOwn = own.map((session) => teach(session, material, start, lambda, true));
  const trusted = learnedOwn.filter((result) => isUseful(result, comparisons));
  const known = keys.map((_, k) => agreement(k, comparisons.length, trusted, keys));
  const lambdaFound = own.length > 0 ? allMatches(trusted.length > 0 ? trusted : learnedOwn, known) / pairs : lambda;
  // What relatives share brings relatives together: there, how many are one person is known beforehand, or they would be.
  const families = sessions.filter(ofHouse).map((session) => {
    const expected = (lambdaFound * pairs * recallOf(session, known)) / Math.max(1, session.rule.pairs);
    return teach(session, material, start, expected, own.length === 0);
  });
  const learned = [...learnedOwn, ...families];
  const useful = learned.filter((result) => isUseful(result, comparisons));
  const m = comparisons.map((_, c) => averaged(c, useful, start.m[c]!));
  const agreements = keys.map((_, k) => agreement(k, comparisons.length, useful, keys));
  const h = comparisons.map((_, c) => averaged(c, families.map(asRelatives), related.h[c]!));
  const used = new Set(useful.map(({ rule }) => rule));
  return {
    ties: ties.map((tie, t) => ({ ...tie, m: tiedM(t, useful) })),
    m,
    u,
    lambda: Math.min(0.3, Math.max(lambdaFound, 0.5 / pairs)),
    related: { h, prior: related.prior === none ? none : Math.max(none, allRelatives(families, agreements) / pairs) },
    agreements,
    reached: comparisons.map((comparison, c) => reached(c, levelCount(comparison), useful)),
    sessions: learned.map(({ rule, matches, rounds, prior, certainty }) => ({
      rule,
      matches,
      rounds,
      prior,
      certainty,
      used: used.has(rule),
    })),
  };
}
