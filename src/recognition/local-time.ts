/** What a clock on the wall shows: the hour with its fraction, and the weekday, 0 for Sunday. */
export type LocalTime = { readonly hour: number; readonly weekday: number };

const dayMilliseconds = 86_400_000;

export function localTime(zone: string, at: number): LocalTime {
  const local = at + offsetAt(zone, at);
  const days = Math.floor(local / dayMilliseconds);
  return { hour: (local - days * dayMilliseconds) / 3_600_000, weekday: (((days + 4) % 7) + 7) % 7 };
}

/** "2026-11-21", where the clocks show `zone`. */
export function localDate(zone: string, at: number): string {
  return new Date(at + offsetAt(zone, at)).toISOString().slice(0, 10);
}

// Asking Intl takes 3 µs and a card has hundreds of moments; the clocks change on two days of the year.
const remembered = new Map<string, Map<number, number | undefined>>();

function offsetAt(zone: string, at: number): number {
  let days = remembered.get(zone);
  if (!days) remembered.set(zone, (days = new Map()));
  const day = Math.floor(at / dayMilliseconds);
  if (!days.has(day)) days.set(day, offsetOfDay(zone, day));
  return days.get(day) ?? askOffset(zone, at);
}

/** Undefined on a day on which the clocks change. */
function offsetOfDay(zone: string, day: number): number | undefined {
  const morning = askOffset(zone, day * dayMilliseconds);
  return morning === askOffset(zone, (day + 1) * dayMilliseconds) ? morning : undefined;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function askOffset(zone: string, at: number): number {
  let clock = clocks.get(zone);
  if (!clock) clocks.set(zone, (clock = new Intl.DateTimeFormat("en-US", { ...parts, timeZone: zone })));
  const shown = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const local = Date.UTC(
    shown["year"]!,
    shown["month"]! - 1,
    shown["day"],
    shown["hour"],
    shown["minute"],
    shown["second"],
  );
  return local - Math.floor(at / 1000) * 1000;
}

const parts = {
  hourCycle: "h23",
  year: "numeric",
  month: "numeric",
  day: "numeric",
  hour: "numeric",
  minute: "numeric",
  second: "numeric",
} as const;
