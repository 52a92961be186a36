/** Milliseconds since 1970, or undefined for text that is no date in the forms we know. */
export type ReadTime = (text: string) => number | undefined;

export type CalendarParts = readonly [
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
  millisecond: number,
];

/** Undefined for what is on no calendar: 30 February, 25 o'clock. A leap second is the second after it; so is 24:00. */
export function asIfUtc([year, month, day, hour, minute, second, millisecond]: CalendarParts): number | undefined {
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month) || year < 1) return undefined;
  if (hour > 24 || minute > 59 || second > 60 || (hour === 24 && (minute > 0 || second > 0))) return undefined;
  const time = new Date(0);
  time.setUTCFullYear(year, month - 1, day);
  return time.getTime() + ((hour * 60 + minute) * 60 + second) * 1000 + millisecond;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** "Z", "+02", "+0230", "+02:30". */
export function atOffset(time: number, zone: string): number | undefined {
  if (zone === "Z" || zone === "z") return time;
  const digits = zone.replace(":", "");
  const minutes = Number(digits.slice(1, 3)) * 60 + Number(digits.slice(3, 5) || "0");
  if (minutes > 18 * 60 || Number(digits.slice(3, 5) || "0") > 59) return undefined;
  return time - (zone.startsWith("-") ? -1 : 1) * minutes * 60_000;
}
