import { slipsBetween } from "./likeness.ts";
import { wordOf, type Vocabulary } from "./vocabulary.ts";

/** The dates of a vocabulary in parts; digits are four bits each, 0 for what is no date. */
export type Dates = {
  readonly words: Vocabulary;
  readonly years: Int32Array;
  readonly months: Int32Array;
  readonly days: Int32Array;
  readonly digits: Int32Array;
};

/** Level 2… of two different dates written YYYYMMDD. What is no date in this form is compared by its slips alone. */
export function dateLevel({ words, years, months, days, digits }: Dates, x: number, y: number): number {
  const sameYear = years[x] === years[y];
  const sameMonth = months[x] === months[y];
  const sameDay = days[x] === days[y];
  if (sameYear && months[x] === days[y] && days[x] === months[y]) return 2;
  const known = digits[x] !== 0 && digits[y] !== 0;
  const slips = known ? slipsOfDigits(digits[x]!, digits[y]!) : slipsBetween(words, x, y, 2);
  if (slips <= 1) return 3;
  if (Number(sameYear) + Number(sameMonth) + Number(sameDay) === 2) return 4;
  if (slips <= 2) return 5;
  const apart = Math.abs(12 * (years[x]! - years[y]!) + months[x]! - months[y]!);
  return apart <= 12 ? 6 : apart <= 120 ? 7 : 8;
}

/** Digits replaced and neighbours swapped. Shifted dates are as different as they look. */
function slipsOfDigits(x: number, y: number): number {
  let slips = 0;
  for (let at = 0, differ = x ^ y; differ !== 0; at += 4, differ >>>= 4) {
    if ((differ & 15) === 0) continue;
    if (++slips > 2) return slips;
    if ((differ & 0xf0) === 0 || ((x >>> at) & 0xf) !== ((y >>> (at + 4)) & 0xf)) continue;
    if (((y >>> at) & 0xf) !== ((x >>> (at + 4)) & 0xf)) continue;
    at += 4;
    differ >>>= 4;
  }
  return slips;
}

export function readDates(words: Vocabulary): Dates {
  const list = (): Int32Array => new Int32Array(words.size + 1);
  const dates = { words, years: list(), months: list(), days: list(), digits: list() };
  for (let v = 1; v <= words.size; v++) {
    const date = wordOf(words, v);
    // Something else than any date, and than any other such value: -v is no year, no month and no day.
    const known = /^\d{8}$/.test(date);
    dates.years[v] = known ? Number(date.slice(0, 4)) : -1000 * v;
    dates.months[v] = known ? Number(date.slice(4, 6)) : -v;
    dates.days[v] = known ? Number(date.slice(6)) : -v;
    dates.digits[v] = known ? Number.parseInt(date, 16) | 0 : 0;
  }
  return dates;
}
