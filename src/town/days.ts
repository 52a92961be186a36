import { Temporal } from "temporal-polyfill";
import type { TownPlace } from "./businesses.ts";
import type { Town } from "./town.ts";

/** The days that are simulated, the oldest first, as the calendar of a place counts them. */
export function daysOf(town: Town, place: TownPlace): readonly Temporal.PlainDate[] {
  const [first, last] = [dateAt(place, town.from), dateAt(place, town.until)];
  return Array.from({ length: first.until(last).days + 1 }, (_, days) => first.add({ days }));
}

export function dateAt(place: TownPlace, time: number): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(time).toZonedDateTimeISO(place.zone).toPlainDate();
}

/** A local time of a day there, in milliseconds since 1970; `hour` may have a fraction. */
export function moment(place: TownPlace, day: Temporal.PlainDate, hour: number): number {
  const seconds = Math.round(Math.min(23.99, Math.max(0, hour)) * 3600);
  const time = Temporal.PlainTime.from("00:00").add({ seconds });
  return day.toZonedDateTime({ timeZone: place.zone, plainTime: time }).epochMilliseconds;
}
