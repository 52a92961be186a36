import { Temporal } from "temporal-polyfill";

const day = 86_400_000;
const mostDaysRemembered = 50_000;

/**
 * Turns a local time, written as if it were UTC, into milliseconds since 1970 in a zone.
 * A time that the clocks left out is read with the offset before the change (02:30 becomes 03:30); of a time that
 * happened twice the first is meant.
 */
export function localTimeIn(zone: string): (asIfUtc: number) => number {
  if (zone === "UTC") return (asIfUtc) => asIfUtc;
  // A calendar library costs 10 µs a look-up; a day without a change of clocks needs one for all its times.
  const offsets = new Map<number, number | undefined>();
  return (asIfUtc) => {
    const start = Math.floor(asIfUtc / day) * day;
    if (offsets.size > mostDaysRemembered) offsets.clear();
    if (!offsets.has(start)) offsets.set(start, offsetOfDay(start, zone));
    const offset = offsets.get(start);
    return offset === undefined ? instantOf(asIfUtc, zone) : asIfUtc - offset;
  };
}

export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

function instantOf(asIfUtc: number, zone: string): number {
  const local = Temporal.Instant.fromEpochMilliseconds(asIfUtc).toZonedDateTimeISO("UTC").toPlainDateTime();
  return local.toZonedDateTime(zone, { disambiguation: "compatible" }).epochMilliseconds;
}

/** How far the day's clocks are ahead of UTC, unless they change within it. */
function offsetOfDay(start: number, zone: string): number | undefined {
  const begin = instantOf(start, zone);
  const change = Temporal.Instant.fromEpochMilliseconds(begin).toZonedDateTimeISO(zone).getTimeZoneTransition("next");
  const constant = !change || change.epochMilliseconds >= begin + day;
  return constant && start + day - instantOf(start + day, zone) === start - begin ? start - begin : undefined;
}
