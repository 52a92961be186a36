import type { DateLikeness } from "./birth-date.ts";

// Chosen by judgement, as those of names are: nine in ten say a date or a postcode as it stands.
const usualYears = 80;
const digitsOfDate = 8;

/** How often somebody born on a day says one that is alike in this way, and not another that would be. */
const dateTypedSo: Readonly<Record<Exclude<DateLikeness, "other">, number>> = {
  same: 0.9,
  swapped: 0.01,
  // One of eight digits is one of nine others, or exchanged with the next.
  slip: 0.03 / (10 * digitsOfDate),
  slips: 0.005 / ((10 * digitsOfDate) ** 2 / 2),
  // Another day, month or year.
  "two parts": 0.02 / (3 * 35),
};
const otherDate = 0.03;

/** log2 of how much likelier a day is said by somebody so alike than by anybody. `share`: of all people, born that day. */
export function bitsOfDate(likeness: DateLikeness, share: number): number {
  const usual = 0.9 * share + 0.1 / (365 * usualYears);
  return likeness === "other" ? Math.log2(otherDate) : Math.log2(dateTypedSo[likeness] / usual + otherDate);
}

const otherCode = 0.04;

/** The same for a postcode, by the number of slips between the two. */
export function bitsOfCode(slips: number, length: number, share: number): number {
  const usual = 0.9 * share + 0.1 / 10 ** length;
  const typedSo =
    slips === 0 ? 0.88 : slips === 1 ? 0.07 / (11 * length) : slips === 2 ? 0.01 / ((11 * length) ** 2 / 2) : 0;
  return Math.log2(typedSo / usual + otherCode);
}

/** Of an address, a word is said that we do not have in it: people move, and quarters have several names. */
export const strangePlace = 0.1;
