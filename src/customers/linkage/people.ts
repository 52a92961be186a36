import {
  blocksOf,
  columnOf,
  type Column,
  type Comparison,
  type Key,
  type Table,
} from "../../statistics/linkage/index.ts";
import { kinAmong } from "./kin.ts";
import { isName, NamesBeingRead } from "./names-being-read.ts";
import { soundOf } from "./sounds.ts";
import { codeAsCompared, dateAsCompared, emailAsCompared, phoneAsCompared, textAsCompared } from "./spelling.ts";
import { ColumnBeingRead, WordList } from "./words-of-column.ts";

/** A table of people while it is read: fields in the order of `fields`, row after row. */
export class PeopleBeingRead {
  readonly #fields: readonly string[];
  readonly #columns = new Map<string, ColumnBeingRead>();
  readonly #names: NamesBeingRead | undefined;

  constructor(fields: readonly string[]) {
    this.#fields = fields;
    if (fields.some(isName)) this.#names = new NamesBeingRead(fields);
    const streets = new WordList();
    for (const field of fields.filter((field) => !isName(field))) {
      const words = field === "street" || field === "street2" ? streets : new WordList();
      this.#columns.set(field, new ColumnBeingRead(spellings[field] ?? textAsCompared, words));
    }
  }

  add(values: readonly string[]): void {
    for (let i = 0; i < this.#fields.length; i++) this.#columns.get(this.#fields[i]!)?.add(values[i] ?? "");
    this.#names?.add(values);
  }

  table(): Table {
    return tableOf(this.#columns, this.#names);
  }
}

const spellings: Readonly<Record<string, (text: string) => string>> = {
  birth_date: dateAsCompared,
  email: emailAsCompared,
  phone: phoneAsCompared,
  postcode: codeAsCompared,
  national_id: codeAsCompared,
  street_number: codeAsCompared,
};

const digits = new Set(["phone", "postcode", "national_id", "street_number"]);

function tableOf(read: ReadonlyMap<string, ColumnBeingRead>, names: NamesBeingRead | undefined): Table {
  const making = new TableBeingMade();
  if (names) nameComparison(making, names);
  const [street, street2] = [read.get("street"), read.get("street2")];
  if (street && street2) twoTexts(making, street, street2);
  for (const [field, column] of read) {
    if (street && street2 && (field === "street" || field === "street2")) continue;
    if (field === "birth_date") dateComparison(making, column);
    else if (field === "email") emailComparison(making, column);
    else if (digits.has(field)) digitsComparison(making, field, column);
    else textComparison(making, field, column);
  }
  return making;
}

const ofHouse: Readonly<Record<string, number>> = {
  phone: 0.5,
  street: 0.9,
  street2: 0.9,
  street_number: 0.9,
  city: 0.9,
  region: 0.9,
  postcode: 0.9,
  country: 0.9,
};
const ofPerson = new Set(["forename", "gender", "national_id"]);

/** How often people of one household share a field. Of a field that we do not know it is learned from the middle. */
function relativesShare(field: string): number {
  return ofPerson.has(field) ? 0 : (ofHouse[field] ?? 0.5);
}

function isOfHouse(field: string): boolean {
  return field in ofHouse || field === "surname";
}

class TableBeingMade {
  readonly columns: Column[] = [];
  readonly comparisons: Comparison[] = [];
  readonly keys: Key[] = [];
  readonly apart: Int32Array[] = [];

  compare(comparison: Omit<Comparison, "columns">, columns: readonly Column[]): void {
    this.comparisons.push({ ...comparison, columns: columns.map((_, i) => this.columns.length + i) });
    this.columns.push(...columns);
  }

  /** A way to bring records together by the comparison made last. */
  key(name: string, ids: Int32Array, agreement: number, ofRelatives = false): void {
    this.keys.push({ name, ids, agreement, comparison: this.comparisons.length - 1, ofRelatives });
  }
}

/** A number for each value of a column by something made of it; "" is missing. */
function derived(
  { ids }: { readonly ids: Int32Array },
  words: readonly string[],
  make: (word: string) => string,
): Int32Array {
  const list = new WordList();
  const of = Int32Array.from(words, (word, v) => (v === 0 ? 0 : list.idOf(make(word))));
  return ids.map((id) => of[id]!);
}

function nameComparison(making: TableBeingMade, names: NamesBeingRead): void {
  const { words } = names.words;
  const [first, second] = [names.forename.column(), names.surname.column()];
  making.compare({ name: "forename and surname", kind: "twoParts", relatives: 0.7, kin: kinAmong(names.words) }, [
    first,
    second,
    bothOf(first, second),
  ]);
  const sounds = [first, second].map((column) => derived(column, words, soundOf)) as [Int32Array, Int32Array];
  making.key("surname", second.ids, 0.75, true);
  making.key("forename", first.ids, 0.75);
  making.key("sound of surname", sounds[1], 0.85, true);
  making.key("sound of forename", sounds[0], 0.85);
  making.key("names in any order", inAnyOrder(first.ids, second.ids), 0.65);
  making.key("sounds of names in any order", inAnyOrder(...sounds), 0.7);
  making.apart.push(names.generations);
}

function bothOf(first: Column, second: Column): Column {
  const { group, sizes } = blocksOf([first.ids, second.ids]);
  return columnOf(
    group,
    Array.from(sizes, () => ""),
  );
}

/** One number for two values whichever stands first. */
function inAnyOrder(first: Int32Array, second: Int32Array): Int32Array {
  const smaller = first.map((x, r) => Math.min(x, second[r]!));
  const larger = first.map((x, r) => Math.max(x, second[r]!));
  return blocksOf([smaller, larger]).group;
}

function twoTexts(making: TableBeingMade, a: ColumnBeingRead, b: ColumnBeingRead): void {
  const [first, second] = [a.column(), b.column()];
  making.compare({ name: "street and street2", kind: "twoParts", relatives: 1 }, [
    first,
    second,
    bothOf(first, second),
  ]);
  making.key("street", first.ids, 0.7, true);
  making.key("street2", second.ids, 0.6, true);
}

function dateComparison(making: TableBeingMade, column: ColumnBeingRead): void {
  making.compare({ name: "birth_date", kind: "dates" }, [column.column()]);
  const part = (from: number, to: number) =>
    derived(column, column.words.words, (word) => (word.length === 8 ? word.slice(from, to) : ""));
  making.key("birth_date", column.ids, 0.85);
  making.key("month and day of birth", part(4, 8), 0.88);
  making.key("year and month of birth", part(0, 6), 0.88);
}

function emailComparison(making: TableBeingMade, column: ColumnBeingRead): void {
  const mailboxes = new WordList();
  const of = Int32Array.from(column.words.words, (word) => mailboxes.idOf(word.split("@")[0]!));
  const mailbox = columnOf(
    column.ids.map((id) => of[id]!),
    mailboxes.words,
  );
  making.compare({ name: "email", kind: "emails", relatives: 0.1 }, [column.column(), mailbox]);
  making.key("email", column.ids, 0.75);
  making.key("mailbox of email", mailbox.ids, 0.8);
}

function digitsComparison(making: TableBeingMade, name: string, column: ColumnBeingRead): void {
  making.compare({ name, kind: "digits", relatives: relativesShare(name) }, [column.column()]);
  making.key(name, column.ids, 0.8, isOfHouse(name));
  if (name === "phone")
    making.key(
      "end of phone",
      derived(column, column.words.words, (word) => word.slice(-8)),
      0.82,
      true,
    );
}

function textComparison(making: TableBeingMade, name: string, column: ColumnBeingRead): void {
  making.compare({ name, kind: "words", relatives: relativesShare(name) }, [column.column()]);
  making.key(name, column.ids, 0.75, isOfHouse(name));
}
