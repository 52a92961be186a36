const day = 86_400_000;

/** "1st", "2nd", "11th". */
export function ordinal(n: number): string {
  const ending = n % 100 >= 11 && n % 100 <= 13 ? "th" : (["th", "st", "nd", "rd"][n % 10] ?? "th");
  return `${n}${ending}`;
}

/** "6 days", "4 months": one unit, as people say it. */
export function span(milliseconds: number): string {
  const days = Math.round(milliseconds / day);
  if (days < 1) return "hours";
  if (days < 14) return counted(days, "day");
  if (days < 60) return counted(Math.round(days / 7), "week");
  if (days < 730) return counted(Math.round(days / 30.4), "month");
  return counted(Math.round(days / 365.25), "year");
}

/** When it was, seen from now: "today", "on Tuesday", "on 3 May", "on 3 May 2024". */
export function when(at: number, now: number, zone: string): string {
  const days = dayNumber(now, zone) - dayNumber(at, zone);
  if (days === 0) return "today";
  if (days === 1) return "yesterday";
  if (days < 7) return `on ${format(at, zone, { weekday: "long" })}`;
  const date = format(at, zone, { day: "numeric", month: "long" });
  return days < 300 ? `on ${date}` : `on ${date} ${format(at, zone, { year: "numeric" })}`;
}

/** "19:30" */
export function clock(at: number, zone: string): string {
  return format(at, zone, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
}

function counted(n: number, thing: string): string {
  return `${n} ${thing}${n === 1 ? "" : "s"}`;
}

function dayNumber(at: number, zone: string): number {
  return (
    Date.parse(`${format(at, zone, { year: "numeric", month: "2-digit", day: "2-digit" }, "sv-SE")}T00:00:00Z`) / day
  );
}

const formats = new Map<string, Intl.DateTimeFormat>();

function format(at: number, zone: string, options: Intl.DateTimeFormatOptions, language = "en-GB"): string {
  const key = `${language} ${zone} ${JSON.stringify(options)}`;
  let made = formats.get(key);
  if (!made) formats.set(key, (made = new Intl.DateTimeFormat(language, { ...options, timeZone: zone })));
  return made.format(at);
}
