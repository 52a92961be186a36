import type { Grade } from "./grade.ts";
import { slipsBetween } from "./likeness.ts";
import { wordOf, type Vocabulary } from "./vocabulary.ts";

/** Levels 2… of two different dates written YYYYMMDD. What is no date in this form is compared by its slips alone. */
export function dateGrade(words: Vocabulary): Grade {
  const { years, months, days } = parts(words);
  return (x, y) => {
    const sameYear = years[x] === years[y];
    const [sameMonth, sameDay] = [months[x] === months[y], days[x] === days[y]];
    if (sameYear && months[x] === days[y] && days[x] === months[y]) return 2;
    if (slipsBetween(words, x, y, 1) <= 1) return 3;
    if (Number(sameYear) + Number(sameMonth) + Number(sameDay) === 2) return 4;
    if (slipsBetween(words, x, y, 2) <= 2) return 5;
    const apart = Math.abs(monthsSince(years, months, x) - monthsSince(years, months, y));
    return apart <= 12 ? 6 : apart <= 120 ? 7 : 8;
  };
}

type Parts = { readonly years: Int32Array; readonly months: Int32Array; readonly days: Int32Array };

function parts(words: Vocabulary): Parts {
  const [years, months, days] = [0, 0, 0].map(() => new Int32Array(words.size + 1)) as [
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  for (let v = 1; v <= words.size; v++) {
    const date = wordOf(words, v);
    // Something else than any date, and than any other such value: -v is no year, no month and no day.
    const known = /^\d{8}$/.test(date);
    years[v] = known ? Number(date.slice(0, 4)) : -1000 * v;
    months[v] = known ? Number(date.slice(4, 6)) : -v;
    days[v] = known ? Number(date.slice(6)) : -v;
  }
  return { years, months, days };
}

function monthsSince(years: Int32Array, months: Int32Array, v: number): number {
  return 12 * years[v]! + months[v]!;
}
