import { expect, it } from "vitest";
import { usualOrder, type Visit } from "../statistics/usual-order.ts";
import { day } from "./rhythm.ts";
import { usualInWords } from "./usual-in-words.ts";

const first = Date.UTC(2019, 0, 7, 8);
const orders: readonly Visit[] = Array.from({ length: 12 }, (_, n) => ({
  at: first + (11 - n) * 7 * day,
  hour: 8,
  weekday: 1,
  place: "corner",
  items: ["flat white"],
}));

it.each([
  [1, /^from 12 orders, at this hour and weekday$/],
  [250, /^from 12 orders, .*; the last 8 months ago$/],
  [4 * 365.25, /^last ordered 4 years ago, before that every 7 days: too long ago to say$/],
])("says after %s days of silence what the guess rests on, or why there is none", (days, words) => {
  const now = orders[0]!.at + days * day;
  const guess = usualOrder(orders, { at: now, hour: 8, weekday: 1, place: "corner" });
  expect(usualInWords(guess, orders, now)).toMatch(words);
});
