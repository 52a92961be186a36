export { csvLine, safeForSpreadsheet } from "./csv-line.ts";
export { CsvParser, type CsvRow } from "./csv-parser.ts";
export type { Dialect } from "./dialect.ts";
export { decimalSignOf, minorUnits, numberOf, readDecimal, type Decimal, type DecimalSign } from "./decimals.ts";
export { isZone } from "./local-time.ts";
export { openTable, type Table } from "./open-table.ts";
export { timeReader } from "./read-time.ts";
export type { ReadTime } from "./calendar.ts";
export { formatHelp } from "./time-format.ts";
