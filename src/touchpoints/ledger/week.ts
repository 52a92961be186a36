import { Temporal } from "temporal-polyfill";

/** The first moment of a day, "2026-11-16", where the clocks show `zone`. */
export function mondayIn(date: string, zone: string): Date {
  return new Date(Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds);
}

export function weekLater(date: string): string {
  return Temporal.PlainDate.from(date).add({ days: 7 }).toString();
}
