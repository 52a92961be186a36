import { osaDistance } from "../../statistics/text/index.ts";

/** What a text says of a day, as yyyymmdd each: 12/03/85 is any of four. `rest`: the text without it. */
export type DatesIn = { readonly dates: readonly string[]; readonly rest: string };

const languages = ["en", "de", "fr", "es", "pt", "it", "nl"];
const monthNames = new Map(languages.flatMap((language) => monthsIn(language)));
const named =
  /(?<!\p{L})(\d{1,2})?(?:st|nd|rd|th)?[\s.]*(?:de |of )?(\p{L}{3,})[\s.,]*(?:de )?(\d{1,2})?(?:st|nd|rd|th)?[\s.,]*((?:1[89]|20)\d\d)(?!\d)/giu;
const parted = /(?<![\d+])(\d{1,4})\s?([-./])\s?(\d{1,2})\s?\2\s?(\d{1,4})(?!\d)/g;
const spaced = /(?<![\d+])(\d{1,2}) (\d{1,2}) ((?:1[89]|20)\d\d)(?!\d)/g;
const inOnePiece = /(?<![\d+])(?:\d{8}|\d{6})(?!\d)/g;

/**
 * The days that a text may name: 1985-03-12, 12.3.1985, 12/03/85, 12 March 1985, 19850312. A day that no calendar has, as
 * 1985-13-02, is kept: it is one slip from one that may be meant. A number in one piece stays in the rest, because it may be
 * one to telephone by.
 */
export function datesIn(text: string): DatesIn {
  const dates = new Set<string>();
  const take = (found: readonly string[], whole: string): string => {
    for (const date of found) dates.add(date);
    return found.length > 0 ? " " : whole;
  };
  const rest = text
    .replace(named, (whole, before?: string, name?: string, after?: string, year?: string) =>
      take(withName(before ?? after, name!, year!), whole),
    )
    .replace(parted, (whole, a: string, sign: string, b: string, c: string) => take(withSigns(a, b, c, sign), whole))
    .replace(spaced, (whole, a: string, b: string, c: string) => take(withSigns(a, b, c, "/"), whole));
  for (const [digits] of rest.matchAll(inOnePiece)) take(unparted(digits), "");
  return { dates: [...dates], rest };
}

/** The day that a fact states, as a number yyyymmdd; 0 where it states none. */
export function heldDate(fact: string): number {
  return Number(datesIn(fact).dates[0] ?? 0);
}

function withName(day: string | undefined, name: string, year: string): string[] {
  const month = monthNames.get(folded(name).slice(0, 3));
  return day === undefined || month === undefined ? [] : [year + month + day.padStart(2, "0")];
}

// In most of the world the day comes first; a stroke is also used where the month does.
function withSigns(a: string, b: string, c: string, sign: string): string[] {
  if (a.length === 3 || c.length === 3) return [];
  if (a.length === 4) return c.length <= 2 ? [a + two(b) + two(c)] : [];
  const dayFirst = yearsOf(c).map((year) => year + two(b) + two(a));
  const monthFirst = yearsOf(c).map((year) => year + two(a) + two(b));
  const yearFirst = c.length <= 2 && a.length === 2 ? yearsOf(a).map((year) => year + two(b) + two(c)) : [];
  return [...dayFirst, ...(sign === "." ? [] : monthFirst), ...(sign === "-" ? yearFirst : [])];
}

function unparted(digits: string): string[] {
  if (digits.length === 8) {
    const end = digits.slice(4);
    const yearLast = /^(?:1[89]|20)/.test(end)
      ? [end + digits.slice(2, 4) + digits.slice(0, 2), end + digits.slice(0, 4)]
      : [];
    return [...(/^(?:1[89]|20)/.test(digits) ? [digits] : []), ...yearLast];
  }
  const [a, b, c] = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)] as const;
  const isDay = (day: string, month: string): boolean =>
    Number(day) >= 1 && Number(day) <= 31 && Number(month) >= 1 && Number(month) <= 12;
  return [
    ...(isDay(a, b) ? yearsOf(c).map((year) => year + b + a) : []),
    ...(isDay(c, b) ? yearsOf(a).map((year) => year + b + c) : []),
  ];
}

function yearsOf(year: string): string[] {
  return year.length === 4 ? [year] : [`19${two(year)}`, `20${two(year)}`];
}

function two(digits: string): string {
  return digits.padStart(2, "0");
}

function monthsIn(language: string): [string, string][] {
  const month = new Intl.DateTimeFormat(language, { month: "long", timeZone: "UTC" });
  return Array.from({ length: 12 }, (_, i) => [
    folded(month.format(Date.UTC(2000, i, 15))).slice(0, 3),
    two(String(i + 1)),
  ]);
}

function folded(name: string): string {
  return name.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
}

/** How two days are alike, the closer first. */
export type DateLikeness = "same" | "swapped" | "slip" | "slips" | "two parts" | "other";

export function likenessOfDates(typed: string, held: string): DateLikeness {
  if (typed === held) return "same";
  if (typed === swapped(held)) return "swapped";
  const slips = osaDistance(typed, held);
  if (slips === 1) return "slip";
  if (partsInCommon(typed, held) === 2) return "two parts";
  return slips === 2 ? "slips" : "other";
}

/** Day and month exchanged. */
export function swapped(date: string): string {
  return date.slice(0, 4) + date.slice(6) + date.slice(4, 6);
}

function partsInCommon(a: string, b: string): number {
  return [
    [0, 4],
    [4, 6],
    [6, 8],
  ].filter(([from, to]) => a.slice(from, to) === b.slice(from, to)).length;
}

/** Every date one slip away: a digit that is another, two neighbours exchanged. */
export function* slipsFrom(date: string): Generator<string> {
  for (let at = 0; at < date.length; at++) {
    const [before, after] = [date.slice(0, at), date.slice(at + 1)];
    for (let digit = 0; digit <= 9; digit++) if (date[at] !== String(digit)) yield `${before}${digit}${after}`;
    if (after !== "" && after[0] !== date[at]) yield before + after[0] + date[at] + after.slice(1);
  }
}
