import type { ArrivingRecord } from "../../touchpoints/index.ts";
import { limits } from "../arriving/index.ts";
import type { CsvRow } from "../csv/index.ts";
import type { Cells, Fields } from "./cells.ts";
import type { ColumnMap } from "./column-map.ts";
import { fieldsOf, identifiers, ofPeople } from "./fields.ts";
import { identifiersIn, idsOf, type StatedIds } from "./ids-of.ts";
import { allStated, firstStated, largest, smallest } from "./merge.ts";
import { messageIdOf } from "./message-id.ts";
import { readEach } from "./read-orders.ts";
import type { Gathered, Reading } from "./reading.ts";
import type { Settings } from "./settings.ts";

type Customer = {
  readonly row: CsvRow;
  readonly at: number | undefined;
  readonly version: number | undefined;
  readonly ids: StatedIds;
  readonly facts: Readonly<Record<string, string>>;
};

/** One row states what is known of a person; rows about one person and booking are put together. */
export function readCustomers(cells: Cells, map: ColumnMap, settings: Settings): Reading {
  const ids = identifiersIn(cells);
  const name = nameIn(cells);
  const content = contentIn(map);
  const read = customersIn(cells);
  return {
    withoutKey: "the row is empty",
    mostRows: 1_000,
    tooManyRows: "more than 1,000 rows are about this one person",
    keyOf: ({ fields }) =>
      messageOf(ids(fields), name(fields)) ?? (content(fields).join("") === "" ? "" : messageIdOf(...content(fields))),
    gather: (key, rows) => {
      const { readable, refused } = readEach(rows, read);
      return personOf(key, readable, refused, settings);
    },
  };
}

/**
 * The strongest identifier names the message, so that a later file with another address corrects it. Cards, bookings
 * and devices are named beside it: a second booking of a customer takes nothing back from the first. Who states no
 * account is named too: several people share an address or a telephone.
 */
function messageOf(ids: StatedIds, name: string): string | undefined {
  const strongest = identifiers.find((kind) => ids[kind] !== undefined);
  if (!strongest) return undefined;
  const beside = (["card", "booking", "device"] as const).filter(
    (kind) => kind !== strongest && ids[kind] !== undefined,
  );
  const named = strongest === "customer" || strongest === "loyalty" ? [] : [name];
  return ["customer", ...[strongest, ...beside].flatMap((kind) => [kind, ids[kind]!]), ...named].join(" ").trim();
}

function nameIn(cells: Cells): (fields: Fields) => string {
  const parts = (["full_name", "forename", "surname"] as const)
    .filter((field) => cells.has(field))
    .map((field) => cells.text(field));
  return (fields) =>
    parts
      .map((part) => part(fields))
      .join(" ")
      .trim()
      .toLowerCase();
}

function contentIn({ columns }: ColumnMap): (fields: Fields) => string[] {
  const ordered = fieldsOf.customers.flatMap((field) => columns.get(field) ?? []);
  return (fields) => ordered.map((column) => (fields[column] ?? "").trim());
}

function customersIn(cells: Cells): (row: CsvRow) => Customer {
  const ids = identifiersIn(cells);
  const [at, version, bornAt] = [cells.time("at"), cells.time("version"), cells.day("birth_date")];
  const facts = ofPeople
    .filter((field) => cells.has(field) && field !== "birth_date")
    .map((field) => [factOf(field), cells.text(field, limits.factLength)] as const);
  return (row) => {
    const { fields } = row;
    const stated: Record<string, string> = {};
    for (const [fact, read] of facts) {
      const value = read(fields);
      if (value !== "") stated[fact] = value;
    }
    const born = bornAt(fields);
    if (born !== undefined) stated["birthDate"] = new Date(born).toISOString().slice(0, 10);
    return { row, at: at(fields), version: version(fields), ids: ids(fields), facts: stated };
  };
}

const otherNames: Readonly<Record<string, string>> = { full_name: "name" };

/** "birth_date" in a file is the fact "birthDate". */
function factOf(field: string): string {
  return otherNames[field] ?? field.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function personOf(
  messageId: string,
  rows: readonly Customer[],
  refused: Gathered["refused"],
  settings: Settings,
): Gathered {
  if (rows.length === 0) return { record: undefined, rows: [], repeated: [], refused };
  const record: ArrivingRecord = {
    source: settings.source,
    messageId,
    at: smallest(rows, (row) => row.at) ?? null,
    version: largest(rows, (row) => row.version) ?? settings.exportedAt ?? settings.now,
    touchpoint: "profile",
    ids: idsOf(rows),
    facts: factsOfAll(rows),
  };
  return { record, rows: rows.map(({ row }) => row), repeated: [], refused };
}

function factsOfAll(rows: readonly Customer[]): Record<string, string> {
  const names = allStated(rows.flatMap(({ facts }) => Object.keys(facts)));
  return Object.fromEntries(names.map((name) => [name, firstStated(rows, ({ facts }) => facts[name])!]));
}
