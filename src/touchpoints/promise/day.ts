import { Temporal } from "temporal-polyfill";

export type Day = {
  /** "2018-04-27" */
  readonly date: string;
  /** The first moment after it, in milliseconds: not always 24 hours after the first moment of it. */
  readonly endsAt: number;
};

const day = 86_400_000;
const most = 20_000;
// A calendar library costs 0.1 ms a day asked for; around a day without a change of clocks one offset does for all moments.
const offsets = new Map<string, number | undefined>();

/** The calendar day of a moment where the clocks show `zone`. */
export function dayAt(zone: string, moment: Date): Day {
  const time = moment.getTime();
  const offset = offsetAround(zone, Math.floor(time / day));
  if (offset === undefined) return reckon(zone, time);
  const number = Math.floor((time + offset) / day);
  return { date: new Date(number * day).toISOString().slice(0, 10), endsAt: (number + 1) * day - offset };
}

export function daysBetween(earlier: string, later: string): number {
  return Math.round((Date.parse(later) - Date.parse(earlier)) / day);
}

/** How far the clocks are ahead of UTC, unless they change on that day or beside it. */
function offsetAround(zone: string, number: number): number | undefined {
  const key = `${zone} ${number}`;
  if (offsets.has(key)) return offsets.get(key);
  if (offsets.size >= most) offsets.clear();
  const offset = constantOffset(zone, (number - 1) * day, (number + 3) * day);
  offsets.set(key, offset);
  return offset;
}

function constantOffset(zone: string, from: number, until: number): number | undefined {
  const start = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone);
  const change = start.getTimeZoneTransition("next");
  if (change && change.epochMilliseconds < until) return undefined;
  return start.offsetNanoseconds / 1e6;
}

function reckon(zone: string, time: number): Day {
  const date = Temporal.Instant.fromEpochMilliseconds(time).toZonedDateTimeISO(zone).toPlainDate();
  return { date: date.toString(), endsAt: date.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds };
}
