const day = 86_400_000;
const longest = { days: 365, gaps: 6 };

/** The gap between times, the median; undefined for fewer than two. Times are milliseconds, in any order. */
export function usualGapBetween(times: readonly number[]): number | undefined {
  const gaps = gapsBetween(times);
  return gaps[gaps.length >> 1];
}

/**
 * Has somebody stayed away for so long that what they did before says nothing any more? Longer than a year, than six of
 * their usual gaps (the median), and than every silence that they came back from so far.
 */
export function isSilentTooLong(times: readonly number[], now: number): boolean {
  const silence = now - times.reduce((latest, at) => Math.max(latest, at), -Infinity);
  if (!(silence > longest.days * day)) return false;
  const gaps = gapsBetween(times);
  return silence > Math.max(longest.gaps * (gaps[gaps.length >> 1] ?? 0), gaps.at(-1) ?? 0);
}

/** The shortest first. */
function gapsBetween(times: readonly number[]): number[] {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted
    .slice(1)
    .map((at, index) => at - sorted[index]!)
    .sort((a, b) => a - b);
}
