import { readChannel } from "../../touchpoints/index.ts";
import { limits } from "../arriving/index.ts";
import type { CsvRow } from "../csv/index.ts";
import { shown, Unreadable, type Cells, type Fields } from "./cells.ts";
import type { Field } from "./fields.ts";
import { identifiersIn, type StatedIds } from "./ids-of.ts";
import { sumsIn, type Sum } from "./money.ts";
import type { Settings } from "./settings.ts";

/** What of an order stands in text: every row may state it, and they may disagree. */
export const ofTheOrder = ["place", "staff", "channel", "status"] as const;
export type OfTheOrder = (typeof ofTheOrder)[number];

/** One row of a file of orders, typed. */
export type OrderRow = Sum & {
  readonly row: CsvRow;
  readonly at: number | undefined;
  readonly version: number | undefined;
  readonly promisedAt: number | undefined;
  readonly deliveredAt: number | undefined;
  readonly ids: StatedIds;
  readonly stated: Readonly<Partial<Record<OfTheOrder, string>>>;
  readonly line: string;
  readonly item: string;
  readonly name: string;
};

export function orderRowsIn(cells: Cells, settings: Settings): (row: CsvRow) => OrderRow {
  const ids = identifiersIn(cells);
  const sum = sumsIn(cells, settings);
  const [at, version, deliveredAt] = [cells.time("at"), cells.time("version"), cells.time("delivered_at")];
  const promisedAt = cells.time("promised_at", limits.latest);
  const [line, item, name] = [cells.code("line"), cells.code("item"), cells.text("name", limits.codeLength * 5)];
  const stated = statedIn(cells);
  const hasItems = cells.has("item");
  return (row) => {
    const { fields } = row;
    const code = item(fields);
    if (hasItems && code === "") throw new Unreadable(`${cells.nameOf("item")} is empty`);
    const { quantity, amountMinor, currency, currencyStated } = sum(fields);
    return {
      row, quantity, amountMinor, currency, currencyStated, at: at(fields), version: version(fields) ?? settings.exportedAt, promisedAt: promisedAt(fields),
      deliveredAt: deliveredAt(fields), ids: ids(fields), stated: stated(fields), line: line(fields), item: code,
      name: name(fields),
    }; // prettier-ignore
  };
}

const nothing: OrderRow["stated"] = {};

function statedIn(cells: Cells): (fields: Fields) => OrderRow["stated"] {
  const readers = ofTheOrder
    .filter((field) => cells.has(field))
    .map((field) => [field, readerOf(field, cells)] as const);
  if (readers.length === 0) return () => nothing;
  return (fields) => {
    const stated: Partial<Record<OfTheOrder, string>> = {};
    for (const [field, read] of readers) {
      const value = read(fields);
      if (value !== "") stated[field] = value;
    }
    return stated;
  };
}

function readerOf(field: Field, cells: Cells): (fields: Fields) => string {
  return field === "channel" ? channelIn(cells) : cells.code(field);
}

/** A channel in our words; a word that we do not know is refused, with the ones that we do. */
export function channelIn(cells: Cells): (fields: Fields) => string {
  const written = cells.code("channel");
  return (fields) => {
    const word = written(fields);
    if (word === "") return "";
    const channel = readChannel(word);
    if (channel) return channel;
    throw new Unreadable(
      `${cells.nameOf("channel")} "${shown(word)}" is none of: in person, phone, web, email, chat, social, print, product use`,
    );
  };
}
