const minute = 60_000;
const day = 24 * 60 * minute;

/**
 * A moment as a colleague would say it: "just now", "12 min ago", "today 09:05", "Tuesday 09:05", "3 March", "3 March 2019".
 * Days are counted in the place's zone, not the device's.
 */
export function sayWhen(at: string | Date, now: Date, zone?: string): string {
  const then = new Date(at);
  const ago = now.getTime() - then.getTime();
  if (ago >= 0 && ago < 2 * minute) return "just now";
  if (ago >= 0 && ago < 60 * minute) return `${Math.round(ago / minute)} min ago`;
  const days = daysBetween(then, now, zone);
  if (days === 0) return `today ${clock(then, zone)}`;
  if (days === 1) return `yesterday ${clock(then, zone)}`;
  if (days === -1) return `tomorrow ${clock(then, zone)}`;
  if (days > 1 && days < 7) return `${weekday(then, zone)} ${clock(then, zone)}`;
  return sayDay(then, now, zone);
}

/** "3 March", with the year when it is not this one. */
export function sayDay(at: string | Date, now: Date, zone?: string): string {
  const then = new Date(at);
  const thisYear = year(then, zone) === year(now, zone);
  return format(then, zone, { day: "numeric", month: "long", ...(thisYear ? {} : { year: "numeric" }) });
}

/** The day alone, near ones by name: "today", "Tuesday", "3 March". */
export function sayNearDay(at: string | Date, now: Date, zone?: string): string {
  const days = daysBetween(new Date(at), now, zone);
  if (days === 0) return "today";
  if (days === 1) return "yesterday";
  return days > 1 && days < 7 ? weekday(new Date(at), zone) : sayDay(at, now, zone);
}

/** "2019", or "March" when it began this year. */
export function saySince(at: string, now: Date, zone?: string): string {
  const then = new Date(at);
  if (year(then, zone) !== year(now, zone)) return year(then, zone);
  return daysBetween(then, now, zone) === 0 ? "today" : format(then, zone, { month: "long" });
}

export function clock(at: string | Date, zone?: string): string {
  return format(new Date(at), zone, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
}

/** For tables, where lines are compared: "21 Nov 2026, 09:05". */
export function sayExactly(at: string | Date, zone?: string): string {
  return format(new Date(at), zone, {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
}

function weekday(at: Date, zone?: string): string {
  return format(at, zone, { weekday: "long" });
}

function year(at: Date, zone?: string): string {
  return format(at, zone, { year: "numeric" });
}

function daysBetween(then: Date, now: Date, zone?: string): number {
  return Math.round((midnight(now, zone) - midnight(then, zone)) / day);
}

function midnight(at: Date, zone?: string): number {
  return Date.parse(new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short" }).format(at));
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format costs more than using it a hundred times. */
function format(at: Date, zone: string | undefined, options: Intl.DateTimeFormatOptions): string {
  const key = `${zone}${JSON.stringify(options)}`;
  const made = formats.get(key) ?? new Intl.DateTimeFormat("en-GB", { ...options, timeZone: zone });
  formats.set(key, made);
  return made.format(at);
}
