import type { Dialect } from "./dialect.ts";

/** `line`: where the row begins, from 1. `raw`: its text as it stood. `problem`: why it could not be read as columns. */
export type CsvRow = {
  readonly line: number;
  readonly fields: readonly string[];
  readonly raw: string;
  readonly problem?: string;
};

const quote = 0x22;
const carriageReturn = 0x0d;
const lineFeed = 0x0a;

/** Longer rows are refused: an order has no megabyte, and a quote left open must not swallow the rest of the file. */
export const longestRow = 1_048_576;
const shownOfBadRow = 1_000;

/**
 * RFC 4180 as a stream of text: quotes doubled inside quotes, line breaks inside quotes, a quote within an unquoted
 * field is a character like any other, empty lines are skipped.
 *
 * A row that cannot be read (text after a closing quote, a quote never closed, too long) comes with a problem, and
 * reading goes on at the next line: one bad row costs itself and nothing else.
 *
 * The first loop is the cost of an import: about 2 million rows of eight columns a second.
 */
export class CsvParser {
  readonly #delimiter: number;
  readonly #newline: number;
  readonly #newlineText: string;
  #text = "";
  #at = 0;
  #line = 1;
  #skipping = false;
  #ended = false;

  constructor(dialect: Dialect) {
    this.#delimiter = dialect.delimiter.charCodeAt(0);
    this.#newline = dialect.newline.charCodeAt(0);
    this.#newlineText = dialect.newline;
  }

  push(chunk: string): CsvRow[] {
    this.#text = this.#text.slice(this.#at) + chunk;
    this.#at = 0;
    return this.#rows();
  }

  end(): CsvRow[] {
    this.#ended = true;
    return this.#rows();
  }

  #rows(): CsvRow[] {
    const rows: CsvRow[] = [];
    if (this.#skipping && !this.#skipLine()) return rows;
    while (this.#at < this.#text.length) {
      const row = this.#row();
      if (row === undefined) break;
      if (row.raw !== "" || row.problem) rows.push(row);
    }
    return rows;
  }

  /** The next row, or undefined when its end has not arrived. */
  #row(): CsvRow | undefined {
    const text = this.#text;
    const length = text.length;
    const delimiter = this.#delimiter;
    const newline = this.#newline;
    const start = this.#at;
    const fields: string[] = [];
    let at = start;
    let breaks = 0;
    for (;;) {
      let end = at;
      if (text.charCodeAt(at) === quote) {
        const close = closingQuote(text, at);
        if (close === -1) return this.#unfinished("a quote is opened and never closed");
        const value = unquoted(text, at, close);
        breaks += countOf(value, this.#newlineText);
        fields.push(value);
        end = close + 1;
        if (newline === lineFeed && text.charCodeAt(end) === carriageReturn && endsAfter(text, end)) end++;
        if (end >= length && !this.#ended) return this.#unfinished("it is too long");
        if (end < length && text.charCodeAt(end) !== delimiter && text.charCodeAt(end) !== newline)
          return this.#refusedLine("there is text after a closing quote");
      } else {
        let code = 0;
        while (end < length && (code = text.charCodeAt(end)) !== delimiter && code !== newline) end++;
        if (end >= length && !this.#ended) return this.#unfinished("it is too long");
        const returns =
          code !== delimiter && newline === lineFeed && end > at && text.charCodeAt(end - 1) === carriageReturn;
        fields.push(text.slice(at, returns ? end - 1 : end));
      }
      if (end < length && text.charCodeAt(end) === delimiter) {
        at = end + 1;
        // A delimiter at the very end of the file: one more, empty column.
        if (at < length || !this.#ended) continue;
        fields.push("");
        end = at;
      }
      return this.#finished(start, end, fields, breaks);
    }
  }

  #finished(start: number, end: number, fields: string[], breaks: number): CsvRow | undefined {
    const text = this.#text;
    if (end - start > longestRow) return this.#refusedLine("it is too long");
    const returns = this.#newline === lineFeed && end > start && text.charCodeAt(end - 1) === carriageReturn;
    const row = { line: this.#line, fields, raw: text.slice(start, returns ? end - 1 : end) };
    this.#at = end + 1;
    this.#line += breaks + 1;
    return row;
  }

  /** The end of the text came first: wait for more, unless there is none or the row is already too long. */
  #unfinished(problem: string): CsvRow | undefined {
    if (this.#ended || this.#text.length - this.#at > longestRow) return this.#refusedLine(problem);
    return undefined;
  }

  /** Gives up one line, not the row with all the lines that an open quote swallowed. */
  #refusedLine(problem: string): CsvRow | undefined {
    const start = this.#at;
    const end = this.#text.indexOf(this.#newlineText, start);
    if (end === -1 && !this.#ended && this.#text.length - start <= longestRow) return undefined;
    const raw = this.#text.slice(start, end === -1 ? undefined : end).slice(0, shownOfBadRow);
    const line = this.#line;
    if (end === -1) this.#skipping = !this.#ended;
    this.#at = end === -1 ? this.#text.length : end + 1;
    if (end !== -1) this.#line++;
    return { line, fields: [raw], raw, problem: `this row cannot be read: ${reason(problem)}` };
  }

  #skipLine(): boolean {
    const end = this.#text.indexOf(this.#newlineText, this.#at);
    this.#at = end === -1 ? this.#text.length : end + 1;
    if (end === -1) return false;
    this.#line++;
    this.#skipping = false;
    return true;
  }
}

function reason(problem: string): string {
  return problem === "it is too long" ? `it has more than ${longestRow.toLocaleString("en")} characters` : problem;
}

/** Where the quoted field that begins at `open` closes, or -1 when the text ends first. */
function closingQuote(text: string, open: number): number {
  let close = text.indexOf('"', open + 1);
  while (close !== -1 && text.charCodeAt(close + 1) === quote) close = text.indexOf('"', close + 2);
  return close;
}

function unquoted(text: string, open: number, close: number): string {
  const value = text.slice(open + 1, close);
  return value.includes('"') ? value.replaceAll('""', '"') : value;
}

/** A carriage return after a closing quote belongs to the line break, if that is what follows. */
function endsAfter(text: string, at: number): boolean {
  return at + 1 >= text.length || text.charCodeAt(at + 1) === lineFeed;
}

function countOf(value: string, what: string): number {
  let count = 0;
  for (let at = value.indexOf(what); at !== -1; at = value.indexOf(what, at + 1)) count++;
  return count;
}
