import { posteriors } from "./expectation-maximisation.ts";
import type { Key } from "./rules.ts";
import { carried, doubts, type Result, type Session } from "./session.ts";
import type { Four } from "./ties.ts";

/* What the sessions of several blocking rules say together. */

export type Agreement = { readonly whereKnown: number; readonly atAll: number };

/** All pairs of relatives there are: what the rules that relatives share too found, over what they find of matches. */
export function allRelatives(families: readonly Result[], agreements: readonly Agreement[]): number {
  const found = families.reduce((sum, { relatives, share }) => sum + relatives / share, 0);
  const findable = families.reduce((sum, result) => sum + recallOf(result, agreements), 0);
  return findable > 0 ? found / findable : 0;
}

export function recallOf({ rule }: Session, agreements: readonly Agreement[]): number {
  return rule.within * rule.keys.reduce((share, key) => share * agreements[key]!.atAll, 1);
}

export function asRelatives(result: Result): Result {
  return { ...result, m: result.related!.h, believed: result.relatives };
}

/** All pairs of one person there are: what the rules found, over the share of them that the rules can find. */
export function allMatches(results: readonly Result[], agreements: readonly Agreement[]): number {
  let [found, findable] = [0, 0];
  for (const result of results) {
    found += result.believed;
    findable += result.certainty ** doubts * recallOf(result, agreements);
  }
  return findable > 0 ? found / findable : 0;
}

/** The cases of a tie among pairs of one person, over the sessions that fix neither end of it. */
export function tiedM(t: number, results: readonly Result[]): Four {
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
export function averaged(c: number, results: readonly Result[], start: Float64Array): Float64Array {
  const able = results.filter(({ leftOut }) => !leftOut.has(c));
  if (able.length === 0) return start;
  const weight = able.reduce((sum, { believed }) => sum + believed, 0);
  if (!(weight > 0)) return start;
  return start.map((_, l) => able.reduce((sum, { m, believed }) => sum + believed * m[c]![l]!, 0) / weight);
}

export function reached(c: number, levels: number, results: readonly Result[]): Float64Array {
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
export function agreement(k: number, behind: number, results: readonly Result[], keys: readonly Key[]): Agreement {
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
