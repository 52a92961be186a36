import type { Guess, Visit } from "../statistics/usual-order.ts";
import { usualGapBetween } from "../statistics/silence.ts";
import { span } from "./in-words.ts";
import { day } from "./rhythm.ts";

/** What the guess rests on, or why there is none. */
export function usualInWords(guess: Guess, orders: readonly Visit[], now: number): string {
  const silence = orders[0] ? now - orders[0].at : 0;
  if ("items" in guess) {
    const rests = `from ${guess.visits} orders, at this hour and weekday`;
    return silence > 180 * day ? `${rests}; the last ${span(silence)} ago` : rests;
  }
  if (guess.abstains === "no orders yet") return "nothing ordered yet";
  if (guess.abstains === "too few visits")
    return `only ${guess.visits === 1 ? "one order" : `${guess.visits} orders`} so far`;
  if (guess.abstains === "silent too long") return silentInWords(silence, orders);
  return `nothing likely enough in ${guess.visits} orders: always something else`;
}

/** "last ordered 3 years ago, after an order every week: that says nothing of today". */
function silentInWords(silence: number, orders: readonly Visit[]): string {
  const gap = usualGapBetween(orders.map(({ at }) => at)) ?? 0;
  const rhythm = gap < 1.5 * day ? "every day" : `every ${span(gap)}`;
  return `last ordered ${span(silence)} ago, before that ${rhythm}: too long ago to say`;
}
