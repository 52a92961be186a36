import { usualGapBetween } from "../statistics/silence.ts";
import type { SeenTouch } from "./gather.ts";

const hour = 3_600_000;
export const day = 24 * hour;

/** What a till, a door and a table say within three hours is one visit that is still going on. */
const sameVisit = 3 * hour;

/** The visits that came about, latest first: contacts within three hours of each other are one. */
export function visitsIn(touches: readonly SeenTouch[]): readonly SeenTouch[] {
  const visits: SeenTouch[] = [];
  let last = Infinity;
  for (const touch of touches) {
    if (!touch.visit) continue;
    if (last - touch.at > sameVisit) visits.push(touch);
    last = touch.at;
  }
  return visits;
}

/** Visits before the one that is going on now, if one is. */
export function visitsBefore(visits: readonly SeenTouch[], now: number): readonly SeenTouch[] {
  return visits.filter(({ at }) => now - at > sameVisit);
}

/** The usual gap between visits in milliseconds: the median, once there are four visits. */
export function usualGap(visits: readonly SeenTouch[]): number | undefined {
  return visits.length < 4 ? undefined : usualGapBetween(visits.map(({ at }) => at));
}
