import type { DecimalSign } from "../csv/index.ts";

/** What a file does not say itself. Times are milliseconds since 1970. */
export type Settings = {
  readonly source: string;
  readonly currency: string;
  readonly zone: string;
  readonly dateFormat?: string;
  readonly decimalSign: DecimalSign;
  /** When the source wrote this file: the version of rows that state none. */
  readonly exportedAt?: number;
  readonly now: number;
};
