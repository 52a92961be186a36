import { formatHelp, timeReader, type ReadTime, type Table } from "../csv/index.ts";
import { limits } from "../arriving/index.ts";
import type { ColumnMap } from "./column-map.ts";
import type { Field } from "./fields.ts";
import type { Settings } from "./settings.ts";

export type Fields = readonly string[];

/** Thrown inside the reading of one row, and caught there: the row is refused with this reason. */
export class Unreadable extends Error {}

/** Reads single cells by field; what is missing is "" or undefined, what makes no sense is Unreadable. */
export type Cells = {
  has(field: Field): boolean;
  text(field: Field, most?: number): (fields: Fields) => string;
  code(field: Field): (fields: Fields) => string;
  /** A code, but "" for the words that programs write for "nothing": they would make one customer of all strangers. */
  identifier(field: Field): (fields: Fields) => string;
  /** Not after now; with `latest`, not after that. */
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
    text: (field, most = limits.textLength) => shorterThan(most, cell(field), nameOf(field)),
    code: (field) => codeIn(cell(field), nameOf(field)),
    identifier: (field) => identifierIn(codeIn(cell(field), nameOf(field), limits.identifierLength)),
    time: (field, latest = settings.now + limits.aheadMs) => timeIn(cell(field), nameOf(field), read, latest),
    day: (field) => timeIn(cell(field), nameOf(field), readDay, settings.now),
  };
}

function shorterThan(most: number, cell: (fields: Fields) => string, name: string): (fields: Fields) => string {
  return (fields) => {
    const value = cell(fields);
    if (value.length > most) throw new Unreadable(`${name} has more than ${most.toLocaleString("en")} characters`);
    return value;
  };
}

function codeIn(
  cell: (fields: Fields) => string,
  name: string,
  most: number = limits.codeLength,
): (fields: Fields) => string {
  const short = shorterThan(most, cell, name);
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

function timeIn(cell: (fields: Fields) => string, name: string, read: ReadTime, latest: number) {
  return (fields: Fields): number | undefined => {
    const text = cell(fields);
    if (text === "" || isNothing(text)) return undefined;
    const time = read(text);
    if (time === undefined) throw new Unreadable(`${name} "${shown(text)}" is no date in the form expected`);
    if (time < limits.earliest) throw new Unreadable(`${name} "${shown(text)}" is before 1900`);
    if (time > latest) throw new Unreadable(`${name} "${shown(text)}" lies in the future`);
    return time;
  };
}

export function shown(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** Asked before anything is filed: dates that nobody declared are refused as a whole, with what to say. */
export function undeclaredDates(
  { columns, header }: ColumnMap,
  { sample }: Pick<Table, "sample">,
  format?: string,
): string | undefined {
  const read = timeReader({ zone: "UTC", format });
  for (const field of ["at", "promised_at", "delivered_at", "birth_date", "version"] as const) {
    const column = columns.get(field);
    if (column === undefined) continue;
    const values = sample
      .map(({ fields }) => (fields[column] ?? "").trim())
      .filter((text) => text !== "" && !isNothing(text));
    if (values.length === 0 || values.some((text) => read(text) !== undefined)) continue;
    const expected = format === undefined ? "ISO 8601" : `"${format}"`;
    return `${header[column]} holds dates like "${shown(values[0]!)}", which is not ${expected}. Say --date-format. ${formatHelp}`;
  }
  return undefined;
}
