import type { CsvRow } from "../csv/index.ts";
import { Unreadable } from "./cells.ts";
import type { Reading } from "./reading.ts";

/** Why a row cannot even be given to the message it belongs to; undefined when it can. */
export function brokenBecause(row: CsvRow, width: number, reading: Reading): string | undefined {
  return row.problem ?? misshapen(row, width) ?? keyless(row, reading);
}

function misshapen({ fields, raw }: CsvRow, width: number): string | undefined {
  if (fields.length !== width) return `the row has ${fields.length} columns, the header ${width}`;
  return raw.includes("\0") ? "the row holds a NUL character" : undefined;
}

function keyless(row: CsvRow, reading: Reading): string | undefined {
  try {
    return reading.keyOf(row) === "" ? reading.withoutKey : undefined;
  } catch (error) {
    if (error instanceof Unreadable) return error.message;
    throw error;
  }
}
