import { WrongUsage } from "../../foundation/errors.ts";
import { CsvParser } from "./csv-parser.ts";

/** `--map`: `field=column,…`, quoted like a row of CSV where a column's name needs it. */
export function readColumnPairs(map: string): [field: string, column: string][] {
  const parser = new CsvParser({ delimiter: ",", newline: "\n" });
  const row = [...parser.push(map), ...parser.end()][0];
  if (row?.problem) throw new WrongUsage(`--map cannot be read: ${row.problem}.`);
  return (row?.fields ?? []).filter((pair) => pair.trim() !== "").map(pairOf);
}

function pairOf(pair: string): [field: string, column: string] {
  const at = pair.indexOf("=");
  if (at === -1) throw new WrongUsage(`--map is field=column,…, but "${pair}" has no "=".`);
  return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
}

/** Where the column of this name stands: as it is written, else whatever the case. */
export function findColumn(name: string, header: readonly string[]): number {
  const exact = header.indexOf(name);
  const column = exact === -1 ? header.findIndex((known) => known.toLowerCase() === name.toLowerCase()) : exact;
  if (column === -1) throw new WrongUsage(`The file has no column "${name}". It has: ${header.join(", ")}.`);
  if (header.indexOf(header[column]!, column + 1) !== -1)
    throw new WrongUsage(`The file has two columns named "${header[column]}"; rename one.`);
  return column;
}
