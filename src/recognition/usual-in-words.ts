import type { Guess, Visit } from "../statistics/usual-order.ts";
import { span } from "./in-words.ts";

/** What the guess rests on, or why there is none. */
export function usualInWords(guess: Guess, orders: readonly Visit[], now: number): string {
  if ("items" in guess) {
    const silence = orders[0] ? now - orders[0].at : 0;
    const rests = `from ${guess.visits} orders, at this hour and weekday`;
    return silence > 180 * 86_400_000 ? `${rests}; the last ${span(silence)} ago` : rests;
  }
  if (guess.abstains === "no orders yet") return "nothing ordered yet";
  if (guess.abstains === "too few visits")
    return `only ${guess.visits === 1 ? "one order" : `${guess.visits} orders`} so far`;
  return `nothing likely enough in ${guess.visits} orders: always something else`;
}
