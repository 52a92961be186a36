import type { Visit } from "../statistics/usual-order.ts";
import { span } from "./in-words.ts";
import { day } from "./rhythm.ts";

export type Offer = { readonly item: string; readonly reason: string };

const fewest = 3;
const missedAfter = 30 * day;
const forgottenAfter = 400 * day;

/**
 * At most one thing, and only on this person's own evidence: something they had several times and then not for a month,
 * although they came. What is likely anyway needs no offering.
 */
export function worthOffering(visits: readonly Visit[], likely: ReadonlySet<string>, now: number): Offer | null {
  const had = new Map<string, { times: number; last: number }>();
  for (const visit of visits) {
    for (const item of visit.items) {
      const before = had.get(item);
      had.set(item, { times: (before?.times ?? 0) + 1, last: Math.max(before?.last ?? 0, visit.at) });
    }
  }
  const [best] = [...had]
    .filter(([item, { times, last }]) => times >= fewest && !likely.has(item) && isMissed(last, visits, now))
    .sort(([a, x], [b, y]) => y.times - x.times || y.last - x.last || (a < b ? -1 : 1));
  if (!best) return null;
  const [item, { times, last }] = best;
  return { item, reason: `had it ${times} times, not for ${span(now - last)}` };
}

function isMissed(last: number, visits: readonly Visit[], now: number): boolean {
  const since = visits.filter(({ at }) => at > last).length;
  return since >= 2 && now - last > missedAfter && now - last < forgottenAfter;
}
