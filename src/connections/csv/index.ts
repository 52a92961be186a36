export { csvLine, safeForSpreadsheet } from "./csv-line.ts";
export { CsvParser, longestRow, type CsvRow } from "./csv-parser.ts";
export type { Dialect } from "./dialect.ts";
export { decimalSignOf, minorUnits, numberOf, readDecimal, type Decimal, type DecimalSign } from "./decimals.ts";
export { isZone } from "./local-time.ts";
export { openTable, type Table } from "./open-table.ts";
export { timeReader, type ReadTime } from "./read-time.ts";
export { formatHelp } from "./time-format.ts";
