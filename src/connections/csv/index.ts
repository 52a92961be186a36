export { csvLine, safeForSpreadsheet } from "./csv-line.ts";
export { CsvParser, longestRow, type CsvRow } from "./csv-parser.ts";
export type { Dialect } from "./dialect.ts";
export { openTable, type Table } from "./open-table.ts";
