import type { ArrivingRecord } from "../../touchpoints/index.ts";
import type { CsvRow } from "../csv/index.ts";

/** A row that is not filed, and why. */
export type Refused = { readonly row: CsvRow; readonly because: string };

/**
 * The rows of one message and what they come to. `repeated` rows are stated by others of the file already: they are
 * unchanged whatever becomes of the record.
 */
export type Gathered = {
  readonly record: ArrivingRecord | undefined;
  readonly rows: readonly CsvRow[];
  readonly repeated: readonly CsvRow[];
  readonly refused: readonly Refused[];
};

/** How rows of one kind of file become records: by message, whatever the order of the rows. */
export type Reading = {
  /** What the rows of one message have in common; empty when the row does not say. */
  keyOf(row: CsvRow): string;
  /** Why a row without key is refused. */
  readonly withoutKey: string;
  /** More rows than any one message has, and what that probably means. */
  readonly mostRows: number;
  readonly tooManyRows: string;
  gather(key: string, rows: readonly CsvRow[]): Gathered;
};
