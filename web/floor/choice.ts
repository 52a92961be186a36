import type { Arrival, Match } from "../../src/recognition/index.ts";

/** One thing that can be picked below the search: somebody, or someone new. */
export type Choice =
  | { readonly kind: "arrival"; readonly customer: string; readonly arrival: Arrival }
  | { readonly kind: "match"; readonly customer: string; readonly match: Match }
  | { readonly kind: "someone new"; readonly customer: null };

const mostMatches = 3;
// Whoever is a thousand times less likely than the first is not worth a line.
const farBehind = 0.001;

/** At most three people: a longer list is slower to read than to ask "what was the name again?". */
export function choicesOfMatches(matches: readonly Match[]): Choice[] {
  const least = (matches[0]?.score ?? 0) * farBehind;
  const likely = matches.filter(({ score }) => score >= least);
  const people = likely
    .slice(0, mostMatches)
    .map((match): Choice => ({ kind: "match", customer: match.customer, match }));
  return [...people, { kind: "someone new", customer: null }];
}

/** Who is here comes first, latest first; then who is expected, soonest first. */
export function choicesOfArrivals(arrivals: readonly Arrival[]): Choice[] {
  const expected = arrivals.filter((a) => a.expected).sort((a, b) => a.at.localeCompare(b.at));
  const here = arrivals.filter((a) => !a.expected).sort((a, b) => b.at.localeCompare(a.at));
  return [...here, ...expected].map((arrival) => ({ kind: "arrival", customer: arrival.customer, arrival }));
}

/** How sure, in a word: nobody compares .84 with .79 while a customer waits. */
export function sureness(score: number): "surely" | "probably" | "perhaps" {
  if (score >= 0.9) return "surely";
  return score >= 0.6 ? "probably" : "perhaps";
}

/** A card that was scanned and entered opens by itself only when one answer is beyond doubt. */
export function onlyAnswer(matches: readonly Match[]): Match | null {
  const [first, second] = matches;
  return first && first.score >= 0.9 && (second === undefined || second.score < 0.6) ? first : null;
}
