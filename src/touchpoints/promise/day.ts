import { Temporal } from "temporal-polyfill";

export type Day = {
  /** "2018-04-27" */
  readonly date: string;
  /** The first moment after it, in milliseconds: not always 24 hours after the first moment of it. */
  readonly endsAt: number;
};

// Promises are often given for whole days, so the same moments come again and again.
const remembered = new Map<string, Day>();
const most = 20_000;

/** The calendar day of a moment where the clocks show `zone`. */
export function dayAt(zone: string, moment: Date): Day {
  const key = `${zone} ${moment.getTime()}`;
  const known = remembered.get(key);
  if (known) return known;
  if (remembered.size >= most) remembered.clear();
  const day = reckon(zone, moment.getTime());
  remembered.set(key, day);
  return day;
}

function reckon(zone: string, moment: number): Day {
  const day = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone).toPlainDate();
  return { date: day.toString(), endsAt: day.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds };
}

export function daysBetween(earlier: string, later: string): number {
  return Temporal.PlainDate.from(earlier).until(Temporal.PlainDate.from(later)).days;
}
