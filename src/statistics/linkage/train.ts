import { levelCount, type Comparison } from "./comparison.ts";
import {
  expectationMaximisation,
  posteriors,
  type Chances,
  type Learned,
  type Start,
} from "./expectation-maximisation.ts";
import type { Patterns } from "./patterns.ts";
import type { Feature } from "./features.ts";
import { keepOwn, relatedAtFirst, relatedLevels, type Related } from "./related.ts";
import type { Key, Rule } from "./rules.ts";
import type { Sort } from "./sort.ts";
import { tiesAmong, type Four, type Sharing, type Tie } from "./ties.ts";

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

export type Agreement = { readonly whereKnown: number; readonly atAll: number };

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

const carried = 4;
/** The share of relatives where we look for none. */
const none = 1e-15;
/** A session whose matches are less certain teaches less: .86 counts a twentieth of 1. */
const doubts = 20;
const roundsOfAll = 4;

/** Fewer relatives than this for each match are more likely matches that are hard to recognise. */
const fewRelatives = 0.03;

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

/** Before anything is learned: most agree, and slips are commoner than anything stranger. */
function usualAgreement(comparison: Comparison): Float64Array {
  const count = levelCount(comparison);
  const chances = Float64Array.from({ length: count }, (_, l) => (l === 0 ? 0 : l === 1 ? 0.75 : 0.25 / (count - 2)));
  return chances;
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
  const cleaned = all.map((share, l) => (l === 0 ? 0 : Math.max(least, (share - theirs(l)) / rest)));
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

/** All pairs of relatives there are: what the rules that relatives share too found, over what they find of matches. */
function allRelatives(families: readonly Result[], agreements: readonly Agreement[]): number {
  const found = families.reduce((sum, { relatives, share }) => sum + relatives / share, 0);
  const findable = families.reduce((sum, result) => sum + recallOf(result, agreements), 0);
  return findable > 0 ? found / findable : 0;
}

function recallOf({ rule }: Session, agreements: readonly Agreement[]): number {
  return rule.within * rule.keys.reduce((share, key) => share * agreements[key]!.atAll, 1);
}

function asRelatives(result: Result): Result {
  return { ...result, m: result.related!.h, believed: result.relatives };
}

function isUseful({ prior, matches, leftOut }: Result, comparisons: readonly Comparison[]): boolean {
  return prior > 0.003 && matches > 10 && leftOut.size < comparisons.length;
}

/** One session: `share` of its pairs are expected to be one person, to begin with or for good. */
function teach(
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
      carry: carried,
      usual: comparisons.map(usualAgreement),
      relate: (counted) => comparisons.map((comparison, c) => relatedLevels(comparison, counted[c]!, u[c]!)),
      keepWithin: (counted) => comparisons.forEach((comparison, c) => keepOwn(comparison, counted[c]!)),
    },
  );
  const believed = (result.matches / share) * result.certainty ** doubts;
  return { rule, patterns, share, leftOut, ...result, u, believed };
}

type Result = Session &
  Learned & {
    readonly u: Chances;
    readonly leftOut: ReadonlySet<number>;
    /** Its weight among the sessions. */
    readonly believed: number;
  };

/** All pairs of one person there are: what the rules found, over the share of them that the rules can find. */
function allMatches(results: readonly Result[], agreements: readonly Agreement[]): number {
  let [found, findable] = [0, 0];
  for (const result of results) {
    found += result.believed;
    findable += result.certainty ** doubts * recallOf(result, agreements);
  }
  return findable > 0 ? found / findable : 0;
}

/** The cases of a tie among pairs of one person, over the sessions that fix neither end of it. */
function tiedM(t: number, results: readonly Result[]): Four {
  const able = results.filter(
    ({ ties, leftOut }) => !leftOut.has(ties[t]!.a.comparison) && !leftOut.has(ties[t]!.b.comparison),
  );
  const from = able.length > 0 ? able : results;
  if (from.length === 0) return [1, 1, 1, 1];
  return [0, 1, 2, 3].map((i) =>
    from.reduce((sum, { ties, believed, matches }) => sum + (ties[t]!.m[i]! * believed) / matches, 0),
  ) as unknown as Four;
}

/** Over the sessions that could learn it, by how many matches they are believed to have. */
function averaged(c: number, results: readonly Result[], start: Float64Array): Float64Array {
  const able = results.filter(({ leftOut }) => !leftOut.has(c));
  if (able.length === 0) return start;
  const weight = able.reduce((sum, { believed }) => sum + believed, 0);
  return start.map((_, l) => able.reduce((sum, { m, believed }) => sum + believed * m[c]![l]!, 0) / weight);
}

function reached(c: number, levels: number, results: readonly Result[]): Float64Array {
  const counted = new Float64Array(levels);
  for (const { patterns, leftOut, ...learned } of results) {
    if (leftOut.has(c)) continue;
    const shares = posteriors(patterns, learned, leftOut);
    for (let p = 0; p < shares.one.length; p++)
      counted[patterns.levels[p * patterns.width + c]!]! += shares.one[p]! * patterns.counts[p]!;
  }
  return counted;
}

/** As seen where other comparisons brought the pairs together. */
function agreement(k: number, behind: number, results: readonly Result[], keys: readonly Key[]): Agreement {
  const counted = [1, carried * keys[k]!.agreement, carried * (1 - keys[k]!.agreement)];
  for (const { patterns, leftOut, believed, matches, ...learned } of results) {
    if (leftOut.has(keys[k]!.comparison)) continue;
    const shares = posteriors(patterns, learned, leftOut);
    for (let p = 0; p < shares.one.length; p++)
      counted[patterns.levels[p * patterns.width + behind + k]!]! +=
        (shares.one[p]! * patterns.counts[p]! * believed) / matches;
  }
  const [unknown, agree, differ] = counted as [number, number, number];
  return { whereKnown: agree / (agree + differ), atAll: agree / (unknown + agree + differ) };
}
