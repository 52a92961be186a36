import type { Failure } from "./last-failure.ts";
import { ordinal, span, when } from "./in-words.ts";
import { localDate } from "./local-time.ts";
import { day } from "./rhythm.ts";

/** What the rules look at; times are milliseconds since 1970. */
export type Occasion = {
  readonly now: number;
  readonly zone: string;
  readonly since: number | null;
  /** Before this one. */
  readonly visits: number;
  readonly lastVisit: number | null;
  /** The usual gap between visits; undefined where there is no rhythm yet. */
  readonly gap: number | undefined;
  readonly failure: Failure | null;
  readonly birthDate: string | null;
};

type Rule = (occasion: Occasion) => string | null;

/** Why the owner should come over, the most pressing reason first. */
const rules: readonly Rule[] = [firstVisitSinceFailure, backAfterSilence, birthday, milestone, anniversary];

export function reasonToSayHello(occasion: Occasion): string | null {
  for (const rule of rules) {
    const reason = rule(occasion);
    if (reason) return reason;
  }
  return null;
}

function firstVisitSinceFailure({ failure, lastVisit, now, zone }: Occasion): string | null {
  if (!failure || failure.healed) return null;
  const at = Date.parse(failure.at);
  if (lastVisit !== null && lastVisit > at + day / 8) return null;
  return `first visit since something went wrong ${when(at, now, zone)}: ${failure.what}`;
}

/** Longer than 45 days and three of this customer's own gaps. */
function backAfterSilence({ gap, lastVisit, now }: Occasion): string | null {
  if (gap === undefined || lastVisit === null) return null;
  const silence = now - lastVisit;
  if (silence < Math.max(45 * day, 3 * gap)) return null;
  return `back after ${span(silence)}; used to come every ${gap < 1.5 * day ? "day" : span(gap)}`;
}

function birthday({ birthDate, now, zone }: Occasion): string | null {
  const monthAndDay = /^\d{4}-(\d\d-\d\d)/.exec(birthDate ?? "")?.[1];
  return monthAndDay === localDate(zone, now).slice(5) ? "birthday today" : null;
}

function milestone({ visits }: Occasion): string | null {
  const nth = visits + 1;
  const isRound = nth === 10 || nth === 25 || nth === 50 || (nth >= 100 && nth < 400 && nth % 100 === 0);
  return isRound ? `${ordinal(nth)} visit` : null;
}

/** A whole number of years to the day, for those who still come. */
function anniversary({ since, visits, now, zone }: Occasion): string | null {
  if (since === null || visits < 4) return null;
  const [first, today] = [localDate(zone, since), localDate(zone, now)];
  const years = Number(today.slice(0, 4)) - Number(first.slice(0, 4));
  return years > 0 && first.slice(5) === today.slice(5)
    ? `with us for ${years === 1 ? "a year" : `${years} years`} today`
    : null;
}
