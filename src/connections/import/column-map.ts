import { WrongUsage } from "../../foundation/errors.ts";
import { findColumn, readColumnPairs, type Table } from "../csv/index.ts";
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
  for (const [name, column] of readColumnPairs(map ?? "")) {
    const field = knownField(name, kind);
    if (columns.has(field) || absent.has(field)) throw new WrongUsage(`--map names ${field} twice.`);
    if (column === "") absent.add(field);
    else columns.set(field, findColumn(column, header));
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

function knownField(name: string, kind: Kind): Field {
  const field = fieldsOf[kind].find((known) => known === name);
  if (!field) throw new WrongUsage(`--map does not know "${name}" in ${kind}. It knows: ${fieldsOf[kind].join(", ")}.`);
  return field;
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
