import type { CsvRow } from "../csv/index.ts";
import { fieldsOf, type Field, type Kind } from "./fields.ts";
import { headingsOf, headingsOfWholeOrders } from "./headings.ts";
import { knownExport } from "./known-exports.ts";

/** A proposal: this column seems to hold that field. `because` is for the person who reads it. */
export type Guess = { readonly field: Field; readonly column: number; readonly because: string };

type Given = { readonly kind: Kind; readonly header: readonly string[]; readonly sample: readonly CsvRow[] };

/**
 * Guesses fields from headings; `taken` columns and `settled` fields are somebody's decision already. A heading must be
 * one that we know, whole; a column of no e-mail addresses is not taken for one because of its heading.
 */
export function guessColumns(given: Given, settled: ReadonlySet<Field>, taken: ReadonlySet<number>): Guess[] {
  const used = new Set(taken);
  const guesses: Guess[] = [];
  const take = (field: Field, column: number, because: string): void => {
    if (settled.has(field) || used.has(column) || guesses.some((guess) => guess.field === field)) return;
    used.add(column);
    guesses.push({ field, column, because });
  };
  const known = knownExport(given.kind, given.header);
  for (const [field, column] of Object.entries(known?.means ?? {}))
    take(field as Field, given.header.indexOf(column), known!.because);
  for (const field of fieldsOf[given.kind]) guessOne(field, headingsFor(field, given.kind), given, used, take);
  const hasLines = settled.has("item") || guesses.some((guess) => guess.field === "item");
  if (given.kind === "orders" && !hasLines) guessOne("amount", list(headingsOfWholeOrders.amount), given, used, take);
  return guesses;
}

function headingsFor(field: Field, kind: Kind): string[] {
  // "name" heads the item's name in this program's own files and a person's in everybody else's.
  const itself = field === "name" || field === "version" ? [] : [wordsOf(field)];
  return [...itself, ...list(headingsOf(kind)[field])];
}

function list(headings: string | undefined): string[] {
  return headings?.split(", ") ?? [];
}

type Take = (field: Field, column: number, because: string) => void;

function guessOne(
  field: Field,
  headings: readonly string[],
  given: Given,
  used: ReadonlySet<number>,
  take: Take,
): void {
  // Of two columns with one heading nobody knows which is meant.
  const words = given.header.map((heading, column) =>
    given.header.lastIndexOf(heading) === given.header.indexOf(heading) ? wordsOf(heading) : `${column}`,
  );
  for (const heading of headings) {
    const column = words.findIndex(
      (word, column) => word === heading && !used.has(column) && fits(field, column, given.sample),
    );
    if (column !== -1) return take(field, column, "by its heading");
  }
}

/** "InvoiceNo", "invoice_no" and "Invoice No." are the same words; accents and capitals do not matter. */
function wordsOf(heading: string): string {
  return heading
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replaceAll("ä", "ae")
    .replaceAll("ö", "oe")
    .replaceAll("ü", "ue")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

const shapes: Partial<Record<Field, RegExp>> = {
  email: /@/,
  phone: /\d{3}/,
  quantity: /^[^a-z]*\d[^a-z]*$/i,
  price: /\d/,
  amount: /\d/,
  at: /\d/,
  promised_at: /\d/,
  delivered_at: /\d/,
  birth_date: /\d/,
};

/** At least half of what stands in the column looks like it. */
function fits(field: Field, column: number, sample: readonly CsvRow[]): boolean {
  const shape = shapes[field];
  if (!shape) return true;
  const values = sample.map((row) => row.fields[column]?.trim() ?? "").filter((value) => value !== "");
  return values.filter((value) => shape.test(value)).length * 2 >= values.length;
}
