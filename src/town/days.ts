import { Temporal } from "temporal-polyfill";
import type { TownPlace } from "./businesses.ts";
import type { Town } from "./town.ts";

/** A day of the calendar. When it dawns is worked out once for each zone: a town of a million asks for it by the million. */
export type Day = {
  readonly date: Temporal.PlainDate;
  /** Monday is 0. */
  readonly weekday: number;
  /** Midnight by zone, in milliseconds since 1970; null where the clocks are changed on that day. */
  readonly dawns: Map<string, number | null>;
};

const calendars = new WeakMap<Town, Map<string, readonly Day[]>>();

/** The days that are simulated, the oldest first, as the calendar of a place counts them. */
export function daysOf(town: Town, place: TownPlace): readonly Day[] {
  const known = calendars.get(town) ?? new Map<string, readonly Day[]>();
  calendars.set(town, known);
  const days = known.get(place.zone) ?? daysBetween(dateAt(place, town.from), dateAt(place, town.until));
  known.set(place.zone, days);
  return days;
}

function daysBetween(first: Temporal.PlainDate, last: Temporal.PlainDate): Day[] {
  return Array.from({ length: first.until(last).days + 1 }, (_, days) => dayOf(first.add({ days })));
}

export function dayOf(date: Temporal.PlainDate): Day {
  return { date, weekday: date.dayOfWeek - 1, dawns: new Map() };
}

export function dateAt(place: TownPlace, time: number): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(time).toZonedDateTimeISO(place.zone).toPlainDate();
}

/** A local time of a day there, in milliseconds since 1970; `hour` may have a fraction. */
export function moment({ zone }: TownPlace, day: Day, hour: number): number {
  const seconds = Math.round(Math.min(23.99, Math.max(0, hour)) * 3600);
  let dawn = day.dawns.get(zone);
  if (dawn === undefined) day.dawns.set(zone, (dawn = dawnOf(day.date, zone)));
  if (dawn !== null) return dawn + seconds * 1000;
  const plainTime = Temporal.PlainTime.from("00:00").add({ seconds });
  return day.date.toZonedDateTime({ timeZone: zone, plainTime }).epochMilliseconds;
}

function dawnOf(date: Temporal.PlainDate, timeZone: string): number | null {
  const start = date.toZonedDateTime({ timeZone });
  return start.hoursInDay === 24 ? start.epochMilliseconds : null;
}
