import { WrongUsage } from "../../foundation/errors.ts";
import { CsvParser, type Table } from "../csv/index.ts";
import { fieldsOf, type Field, type Kind } from "./fields.ts";
import { guessColumns, type Guess } from "./guess-columns.ts";

/** Which column holds which field; `guesses` are those that nobody named. */
export type ColumnMap = {
  readonly kind: Kind;
  readonly header: readonly string[];
  readonly columns: ReadonlyMap<Field, number>;
  readonly guesses: readonly Guess[];
};

type Source = Pick<Table, "header" | "sample">;

/** `map` is `field=column,…`, quoted like a row of CSV where a column's name needs it; `field=` says that there is none. */
export function mapColumns(kind: Kind, map: string | undefined, { header, sample }: Source): ColumnMap {
  const columns = new Map<Field, number>();
  const absent = new Set<Field>();
  for (const [name, column] of pairsOf(map ?? "")) {
    const field = knownField(name, kind);
    if (columns.has(field) || absent.has(field)) throw new WrongUsage(`--map names ${field} twice.`);
    if (column === "") absent.add(field);
    else columns.set(field, knownColumn(column, header));
  }
  const guesses = guessColumns(
    { kind, header, sample },
    new Set([...columns.keys(), ...absent]),
    new Set(columns.values()),
  );
  for (const guess of guesses) columns.set(guess.field, guess.column);
  requireFields(kind, columns, header);
  return { kind, header, columns, guesses };
}

function pairsOf(map: string): [field: string, column: string][] {
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

function knownField(name: string, kind: Kind): Field {
  const field = fieldsOf[kind].find((known) => known === name);
  if (!field) throw new WrongUsage(`--map does not know "${name}" in ${kind}. It knows: ${fieldsOf[kind].join(", ")}.`);
  return field;
}

function knownColumn(name: string, header: readonly string[]): number {
  const exact = header.indexOf(name);
  const column = exact === -1 ? header.findIndex((known) => known.toLowerCase() === name.toLowerCase()) : exact;
  if (column === -1) throw new WrongUsage(`The file has no column "${name}". It has: ${header.join(", ")}.`);
  if (header.indexOf(header[column]!, column + 1) !== -1)
    throw new WrongUsage(`The file has two columns named "${header[column]}"; rename one.`);
  return column;
}

const needed: Readonly<Record<Kind, readonly Field[]>> = { orders: ["basket"], customers: [], touches: ["at"] };

function requireFields(kind: Kind, columns: ReadonlyMap<Field, number>, header: readonly string[]): void {
  const missing = needed[kind].filter((field) => !columns.has(field));
  if (kind === "orders" && !columns.has("item") && !columns.has("at")) missing.push("at");
  if (kind === "customers" && columns.size === 0) missing.push("customer");
  if (missing.length === 0) return;
  const columnsThere = header.join(", ");
  throw new WrongUsage(
    `Say which column holds ${missing.join(" and ")}: --map ${missing[0]}=COLUMN. The file has: ${columnsThere}.`,
  );
}
