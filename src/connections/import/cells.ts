import { formatHelp, timeReader, type ReadTime } from "../csv/index.ts";
import type { ColumnMap } from "./column-map.ts";
import type { Field } from "./fields.ts";
import type { Settings } from "./settings.ts";

export type Fields = readonly string[];

/** Thrown inside the reading of one row, and caught there: the row is refused with this reason. */
export class Unreadable extends Error {}

const tenMinutes = 600_000;
const earliest = Date.UTC(1900, 0, 1);
const aCentury = 100 * 365.25 * 86_400_000;
// Codes are keys in the database's indexes.
const longestCode = 500;
const longestText = 100_000;

/** Reads single cells by field; what is missing is "" or undefined, what makes no sense is Unreadable. */
export type Cells = {
  has(field: Field): boolean;
  text(field: Field): (fields: Fields) => string;
  code(field: Field): (fields: Fields) => string;
  /** A code, but "" for the words that programs write for "nothing": they would make one customer of all strangers. */
  identifier(field: Field): (fields: Fields) => string;
  /** `latest`: at most this long after now. */
  time(field: Field, latest?: number): (fields: Fields) => number | undefined;
  /** The same for a day of the calendar, which is the same day in every zone. */
  day(field: Field): (fields: Fields) => number | undefined;
  nameOf(field: Field): string;
};

// What databases and data frames write for "nothing". "NA" and "None" are surnames, so this is not asked of names.
const nothings = new Set(["null", "nil", "none", "na", "n/a", "nan", "undefined", "\\n", "-", "?"]);

const firstLettersOfNothing = new Set([..."nNuU\\-?"].map((letter) => letter.charCodeAt(0)));

export function isNothing(value: string): boolean {
  // Nearly every cell begins with something else, and this is asked of every cell.
  return value.length < 10 && firstLettersOfNothing.has(value.charCodeAt(0)) && nothings.has(value.toLowerCase());
}

export function cellsOf({ columns, header }: ColumnMap, settings: Settings): Cells {
  const read = timeReader({ zone: settings.zone, format: settings.dateFormat });
  const readDay = timeReader({ zone: "UTC", format: settings.dateFormat });
  const nameOf = (field: Field): string => header[columns.get(field) ?? -1] ?? field;
  const cell = (field: Field): ((fields: Fields) => string) => {
    const column = columns.get(field);
    return column === undefined ? () => "" : (fields) => (fields[column] ?? "").trim();
  };
  return {
    has: (field) => columns.has(field),
    nameOf,
    text: (field) => shorterThan(longestText, cell(field), nameOf(field)),
    code: (field) => codeIn(cell(field), nameOf(field)),
    identifier: (field) => identifierIn(codeIn(cell(field), nameOf(field))),
    time: (field, latest = tenMinutes) => timeIn(cell(field), nameOf(field), read, earliest, settings.now + latest),
    day: (field) => timeIn(cell(field), nameOf(field), readDay, earliest, settings.now),
  };
}

export { aCentury };

function shorterThan(most: number, cell: (fields: Fields) => string, name: string): (fields: Fields) => string {
  return (fields) => {
    const value = cell(fields);
    if (value.length > most) throw new Unreadable(`${name} has more than ${most.toLocaleString("en")} characters`);
    return value;
  };
}

function codeIn(cell: (fields: Fields) => string, name: string): (fields: Fields) => string {
  const short = shorterThan(longestCode, cell, name);
  return (fields) => {
    const value = short(fields);
    if (holdsControl(value)) throw new Unreadable(`${name} holds a control character`);
    return value;
  };
}

function holdsControl(value: string): boolean {
  for (let at = 0; at < value.length; at++) {
    const code = value.charCodeAt(at);
    if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return true;
  }
  return false;
}

function identifierIn(code: (fields: Fields) => string): (fields: Fields) => string {
  return (fields) => {
    const value = code(fields);
    return isNothing(value) ? "" : value;
  };
}

function timeIn(cell: (fields: Fields) => string, name: string, read: ReadTime, from: number, until: number) {
  return (fields: Fields): number | undefined => {
    const text = cell(fields);
    if (text === "" || isNothing(text)) return undefined;
    const time = read(text);
    if (time === undefined) throw new Unreadable(`${name} "${shown(text)}" is no date in the form expected`);
    if (time < from) throw new Unreadable(`${name} "${shown(text)}" is before 1900`);
    if (time > until) throw new Unreadable(`${name} "${shown(text)}" lies in the future`);
    return time;
  };
}

export function shown(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** Asked before anything is filed: a file whose dates nobody declared is refused as a whole, with what to say. */
export function undeclaredDates(
  cells: Pick<Cells, "has" | "nameOf">,
  sample: readonly Fields[],
  map: ColumnMap,
  settings: Settings,
): string | undefined {
  const read = timeReader({ zone: settings.zone, format: settings.dateFormat });
  for (const field of ["at", "promised_at", "delivered_at", "birth_date", "version"] as const) {
    if (!cells.has(field)) continue;
    const values = sample
      .map((fields) => (fields[map.columns.get(field)!] ?? "").trim())
      .filter((text) => text !== "" && !isNothing(text));
    if (values.length === 0 || values.some((text) => read(text) !== undefined)) continue;
    const expected = settings.dateFormat === undefined ? "ISO 8601" : `"${settings.dateFormat}"`;
    return `${cells.nameOf(field)} holds dates like "${shown(values[0]!)}", which is not ${expected}. Say --date-format. ${formatHelp}`;
  }
  return undefined;
}
