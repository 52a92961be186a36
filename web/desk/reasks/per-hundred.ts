import type { Estimate, EstimateOrNot } from "../../parts/estimate.ts";

/** As many digits as the interval allows: a decimal where it is narrower than ten in a hundred, two below one. */
export function sayPerHundred({ value, low, high }: Estimate): { value: string; low: string; high: string } {
  const digits = high - low < 1 ? 2 : high - low < 10 ? 1 : 0;
  return { value: value.toFixed(digits), low: low.toFixed(digits), high: high.toFixed(digits) };
}

/** One scale for figures below one another: from none up to the highest reach, at most twice the highest figure. */
export function rateScale(figures: readonly EstimateOrNot[]): readonly [number, number] {
  const known = figures.flatMap((figure) => ("value" in figure ? [figure] : []));
  const highest = Math.max(...known.map(({ high }) => high), 1);
  const enough = Math.max(2 * Math.max(...known.map(({ value }) => value), 0), 5);
  return [0, Math.ceil(Math.min(highest, enough))];
}
