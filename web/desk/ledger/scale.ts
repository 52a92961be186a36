import type { EstimateOrNot } from "../../parts/estimate.ts";

/** One scale for figures below one another: from the lowest reach, down to a round tenth, up to all of them. */
export function sharedScale(figures: readonly EstimateOrNot[]): readonly [number, number] {
  const lows = figures.flatMap((figure) => ("value" in figure ? [figure.low] : []));
  const lowest = Math.min(0.9, ...lows);
  return [Math.max(0, Math.floor(lowest * 10) / 10), 1];
}
