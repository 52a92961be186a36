import { WrongUsage } from "../../foundation/errors.ts";
import { asIfUtc, atOffset, type ReadTime } from "./calendar.ts";

const english = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** What a letter group of --date-format matches; longer groups first. */
const groups: Readonly<Record<string, { readonly part: string; readonly pattern: string }>> = {
  YYYY: { part: "year", pattern: "\\d{4}" },
  YY: { part: "shortYear", pattern: "\\d{2}" },
  MMMM: { part: "monthName", pattern: "[a-z]{3,9}" },
  MMM: { part: "monthName", pattern: "[a-z]{3,9}\\.?" },
  MM: { part: "month", pattern: "\\d{2}" },
  M: { part: "month", pattern: "\\d{1,2}" },
  DD: { part: "day", pattern: "\\d{2}" },
  D: { part: "day", pattern: "\\d{1,2}" },
  hh: { part: "hour", pattern: "\\d{2}" },
  h: { part: "hour", pattern: "\\d{1,2}" },
  mm: { part: "minute", pattern: "\\d{2}" },
  m: { part: "minute", pattern: "\\d{1,2}" },
  ss: { part: "second", pattern: "\\d{2}" },
  SSS: { part: "millisecond", pattern: "\\d{3}" },
  A: { part: "half", pattern: "[ap]\\.?m\\.?" },
  Z: { part: "zone", pattern: "Z|[+-]\\d\\d:?\\d\\d" },
};

/** The same letters in the notation of strptime. */
// prettier-ignore
const percents: Readonly<Record<string, string>> = {
  "%Y": "YYYY", "%y": "YY", "%m": "M", "%d": "D", "%e": "D", "%H": "h", "%I": "h", "%M": "m", "%S": "ss", "%f": "SSS",
  "%p": "A", "%z": "Z", "%b": "MMM", "%B": "MMMM", "%T": "hh:mm:ss", "%F": "YYYY-MM-DD", "%D": "MM/DD/YY",
};

export const formatHelp =
  'Write a format like "DD.MM.YYYY hh:mm", "M/D/YY h:mm A" or "%d/%m/%Y %H:%M", or "unix" or "unix ms" for seconds or milliseconds since 1970.';

/** Reads times of one declared form and no other. */
export function timeFormat(format: string, local: (asIfUtc: number) => number): ReadTime {
  if (format === "unix")
    return (text) => (/^-?\d{1,11}(\.\d+)?$/.test(text) ? Math.floor(Number(text) * 1000) : undefined);
  if (format === "unix ms") return (text) => (/^-?\d{1,14}$/.test(text) ? Number(text) : undefined);
  const pattern = patternOf(format);
  return (text) => {
    const parts = pattern.exec(text)?.groups;
    const time = parts && asIfUtc(calendarParts(parts));
    if (time === undefined) return undefined;
    return parts!["zone"] === undefined ? local(time) : atOffset(time, parts!["zone"]);
  };
}

function patternOf(format: string): RegExp {
  const letters = format.replace(/%[A-Za-z]/g, (code) => percents[code] ?? code);
  const seen = new Set<string>();
  const pattern = letters.replace(
    /[Yy]{4}|[Yy]{2}|M{1,4}|[Dd]{1,2}|[Hh]{1,2}|m{1,2}|ss|SSS|[AaZ]|[^A-Za-z]+|./g,
    (group) => {
      const known = groups[group] ?? groups[group.toLowerCase()] ?? groups[group.toUpperCase()];
      if (!known) return group.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
      if (seen.has(known.part))
        throw new WrongUsage(`--date-format "${format}" states the ${known.part} twice. ${formatHelp}`);
      seen.add(known.part);
      return `(?<${known.part}>${known.pattern})`;
    },
  );
  const year = seen.has("year") || seen.has("shortYear");
  const month = seen.has("month") || seen.has("monthName");
  if (!year || !month || !seen.has("day"))
    throw new WrongUsage(`--date-format "${format}" needs a year, a month and a day. ${formatHelp}`);
  return new RegExp(`^${pattern}$`, "i");
}

function calendarParts(parts: Readonly<Record<string, string | undefined>>): Parameters<typeof asIfUtc>[0] {
  const number = (part: string): number => Number(parts[part] ?? "0");
  const month = parts["monthName"]
    ? english.indexOf(parts["monthName"].slice(0, 3).toLowerCase()) + 1
    : number("month");
  return [
    yearOf(parts),
    month,
    number("day"),
    hourOf(parts),
    number("minute"),
    number("second"),
    number("millisecond"),
  ];
}

/** Two digits: 69 is 1969 and 68 is 2068, as POSIX has it. */
function yearOf(parts: Readonly<Record<string, string | undefined>>): number {
  if (parts["year"] !== undefined) return Number(parts["year"]);
  const short = Number(parts["shortYear"]);
  return short + (short >= 69 ? 1900 : 2000);
}

function hourOf(parts: Readonly<Record<string, string | undefined>>): number {
  const hour = Number(parts["hour"] ?? "0");
  const half = parts["half"]?.[0]?.toLowerCase();
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return 99;
  return (hour % 12) + (half === "p" ? 12 : 0);
}
