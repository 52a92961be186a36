import type { Random } from "../statistics/random.ts";
import type { Culture } from "./name-lists.ts";

/** The lists hold what a thousand people are called. The more live in a town, the more of them bear a name of few. */
export function rareShare(residents: number): number {
  return Math.min(0.6, Math.max(0, 0.2 * Math.log10(residents / 1200)));
}

/** Put together of two parts, now and then with a common one before it: thousands of names, most of them borne by few. */
export function rareSurname({ surnames, rare, script }: Culture, draw: Random): string {
  const name = draw.pick(rare.heads) + draw.pick(rare.tails);
  return script === "Latin" && draw.chance(0.1) ? `${draw.pick(surnames)}-${name}` : name;
}

// The lists take women's and men's names by turns.
export function secondForename(forename: string, { forenames, script }: Culture, draw: Random): string {
  const alike = forenames.filter((other, index) => index % 2 === forenames.indexOf(forename) % 2 && other !== forename);
  return script === "Chinese" ? forename + draw.pick(alike) : `${forename} ${draw.pick(alike)}`;
}
