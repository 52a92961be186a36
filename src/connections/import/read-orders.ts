import type { ArrivingLine, ArrivingRecord } from "../../touchpoints/index.ts";
import { limits } from "../arriving/index.ts";
import type { CsvRow } from "../csv/index.ts";
import { Unreadable, type Cells } from "./cells.ts";
import { idsOf } from "./ids-of.ts";
import { firstStated, largest, smallest } from "./merge.ts";
import { ofTheOrder, orderRowsIn, type OfTheOrder, type OrderRow } from "./order-row.ts";
import type { Gathered, Reading, Refused } from "./reading.ts";
import type { Settings } from "./settings.ts";

/** Rows are lines of orders where they name an item, else orders. */
export function readOrders(cells: Cells, settings: Settings): Reading {
  const basket = cells.identifier("basket");
  const read = orderRowsIn(cells, settings);
  const lines = cells.has("item");
  return {
    withoutKey: `${cells.nameOf("basket")} is empty: no order to file this under`,
    mostRows: limits.lines,
    tooManyRows: `more than ${limits.lines.toLocaleString("en")} rows have this ${cells.nameOf("basket")}: is it the number of an order?`,
    keyOf: (row) => basket(row.fields),
    gather: (key, rows) => {
      const { readable, refused } = readEach(rows, read);
      const { fitting, foreign } = inOneCurrency(readable);
      return orderOf(key, fitting, [...refused, ...foreign], lines, settings);
    },
  };
}

/** Reads every row for itself: one that makes no sense does not cost the others. */
export function readEach<Row>(
  rows: readonly CsvRow[],
  read: (row: CsvRow) => Row,
): { readable: Row[]; refused: Refused[] } {
  const readable: Row[] = [];
  const refused: Refused[] = [];
  for (const row of rows) {
    try {
      readable.push(read(row));
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      refused.push({ row, because: error.message });
    }
  }
  return { readable, refused };
}

/** An order is paid in one currency, the one stated first; rows in another cannot be added to it. */
function inOneCurrency(rows: readonly OrderRow[]): { fitting: readonly OrderRow[]; foreign: Refused[] } {
  const currency = firstStated(rows, (row) => row.currency);
  if (rows.every((row) => row.currency === currency)) return { fitting: rows, foreign: [] };
  const others = rows.filter((row) => row.currency !== currency);
  const foreign = others.map(({ row, currency: other }) => ({
    row,
    because: `this row is in ${other}, its order in ${currency}`,
  }));
  return { fitting: rows.filter((row) => row.currency === currency), foreign };
}

function orderOf(
  basket: string,
  rows: readonly OrderRow[],
  refused: Refused[],
  lines: boolean,
  settings: Settings,
): Gathered {
  if (rows.length === 0) return { record: undefined, rows: [], repeated: [], refused };
  const at = smallest(rows, (row) => row.at);
  if (at === undefined && !lines) {
    const timeless = rows.map(({ row }) => ({ row, because: "no row of this order says when it was" }));
    return { record: undefined, rows: [], repeated: [], refused: [...refused, ...timeless] };
  }
  const record = lines
    ? linesOf(basket, rows, at, settings)
    : { ...headOf(basket, rows, at, settings), part: "order" as const };
  return { record, rows: rows.map(({ row }) => row), repeated: [], refused };
}

function linesOf(
  basket: string,
  rows: readonly OrderRow[],
  at: number | undefined,
  settings: Settings,
): ArrivingRecord {
  const { amountMinor: _, ...head } = headOf(basket, rows, at, settings);
  return { ...head, part: "lines", lines: rows.map(lineOf) };
}

// Every field by name: this runs for every row, and objects put together from pieces are slow.
function lineOf({ line, item, name, quantity, amountMinor, version, at }: OrderRow): ArrivingLine {
  return {
    line: line === "" ? undefined : line,
    item,
    name: name === "" ? undefined : name,
    quantity,
    amountMinor,
    version: version ?? at,
  };
}

function headOf(basket: string, rows: readonly OrderRow[], at: number | undefined, settings: Settings): ArrivingRecord {
  const version = largest(rows, (row) => row.version);
  const promisedAt = firstStated(rows, (row) => row.promisedAt);
  const deliveredAt = firstStated(rows, (row) => row.deliveredAt);
  const amountMinor = firstStated(rows, (row) => row.amountMinor);
  return {
    source: settings.source,
    messageId: basket,
    at: at ?? null,
    ...(version !== undefined && { version }),
    touchpoint: "order",
    ids: idsOf(rows),
    ...statedOfAll(rows),
    // An order whose file knows no money leaves the currency to the file that does.
    ...((amountMinor !== undefined || rows[0]!.currencyStated) && { currency: rows[0]!.currency }),
    ...(amountMinor !== undefined && { amountMinor }),
    ...(promisedAt !== undefined && { promisedAt }),
    ...(deliveredAt !== undefined && { deliveredAt }),
  };
}

function statedOfAll(rows: readonly OrderRow[]): Partial<Record<OfTheOrder, string>> {
  const stated: Partial<Record<OfTheOrder, string>> = {};
  for (const field of ofTheOrder) {
    const value = firstStated(rows, ({ stated }) => stated[field]);
    if (value !== undefined) stated[field] = value;
  }
  return stated;
}
