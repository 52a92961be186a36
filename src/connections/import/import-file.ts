import type { Readable } from "node:stream";
import { WrongUsage } from "../../foundation/errors.ts";
import { decimalSignOf, isZone, openTable, timeReader, type DecimalSign, type Table } from "../csv/index.ts";
import { isCurrency } from "../arriving/index.ts";
import { cellsOf, undeclaredDates, type Cells } from "./cells.ts";
import { mapColumns, type ColumnMap } from "./column-map.ts";
import { kinds, type Field, type Kind } from "./fields.ts";
import type { Reading } from "./reading.ts";
import { readCustomers } from "./read-customers.ts";
import { readOrders } from "./read-orders.ts";
import { readTouches } from "./read-touches.ts";
import type { Settings } from "./settings.ts";

/** What the command line said; nothing of it is checked yet. */
export type Options = {
  readonly as: string;
  readonly map?: string;
  readonly source?: string;
  readonly currency?: string;
  readonly zone?: string;
  readonly dateFormat?: string;
  readonly decimal?: string;
  readonly exportedAt?: string;
};

/** A file whose columns and forms are understood, before anything of it is filed. */
export type Understood = {
  readonly kind: Kind;
  readonly table: Table;
  readonly map: ColumnMap;
  readonly decimalSign: DecimalSign;
  readonly options: Options;
};

/** Opens a file and finds out what it holds; whatever is wrong with the question is said now, as wrong usage. */
export async function understand(path: string, options: Options, input?: Readable): Promise<Understood> {
  const kind = kinds.find((known) => known === options.as);
  if (!kind) throw new WrongUsage(`--as is ${kinds.join(", ")}, not "${options.as}".`);
  checkOptions(options);
  const table = await openTable(path, input);
  const map = mapColumns(kind, options.map, table);
  const undeclared = undeclaredDates(map, table, options.dateFormat);
  if (undeclared) throw new WrongUsage(undeclared);
  return { kind, table, map, decimalSign: decimalSignFor(options, map, table), options };
}

function checkOptions({ currency, zone, source, decimal, exportedAt, dateFormat }: Options): void {
  if (currency !== undefined && !isCurrency(currency.toUpperCase()))
    throw new WrongUsage(`--currency is a code of ISO 4217 like EUR, not "${currency}".`);
  if (zone !== undefined && !isZone(zone))
    throw new WrongUsage(`--zone is a time zone like Europe/London, not "${zone}".`);
  if (source !== undefined && !/^[^\p{Cc}]{1,100}$/u.test(source.trim()))
    throw new WrongUsage("--source is a name of 1 to 100 characters.");
  if (decimal !== undefined && decimal !== "." && decimal !== ",")
    throw new WrongUsage(`--decimal is "." or ",", not "${decimal}".`);
  if (exportedAt !== undefined && timeReader({ zone: "UTC" })(exportedAt) === undefined)
    throw new WrongUsage(`--exported-at is a time like 2026-11-21 or 2026-11-21T18:30:00Z, not "${exportedAt}".`);
  timeReader({ zone: "UTC", format: dateFormat });
}

const numbers: readonly Field[] = ["price", "amount", "quantity"];

function decimalSignFor({ decimal }: Options, { columns }: ColumnMap, { sample }: Table): DecimalSign {
  if (decimal === "." || decimal === ",") return decimal;
  const indexes = numbers.flatMap((field) => columns.get(field) ?? []);
  return decimalSignOf(sample.flatMap(({ fields }) => indexes.map((column) => (fields[column] ?? "").trim())));
}

/** What the installation says where the file and the command do not. */
export type Defaults = { readonly currency: string; readonly zone: string };

export function settingsFor({ options, decimalSign }: Understood, defaults: Defaults, now: Date): Settings {
  const zone = options.zone ?? defaults.zone;
  const exportedAt = options.exportedAt === undefined ? undefined : timeReader({ zone })(options.exportedAt);
  return {
    source: options.source?.trim() ?? "import",
    currency: (options.currency ?? defaults.currency).toUpperCase(),
    zone,
    ...(options.dateFormat !== undefined && { dateFormat: options.dateFormat }),
    ...(exportedAt !== undefined && { exportedAt }),
    decimalSign,
    now: now.getTime(),
  };
}

export function readingOf({ kind, map }: Understood, settings: Settings): Reading {
  const cells: Cells = cellsOf(map, settings);
  if (kind === "orders") return readOrders(cells, settings);
  return kind === "customers" ? readCustomers(cells, map, settings) : readTouches(cells, map, settings);
}
