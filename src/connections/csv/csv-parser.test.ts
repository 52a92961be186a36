import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvLine } from "./csv-line.ts";
import { CsvParser, longestRow, type CsvRow } from "./csv-parser.ts";
import type { Dialect } from "./dialect.ts";

const commas: Dialect = { delimiter: ",", newline: "\n" };

function rowsOf(text: string, dialect: Dialect = commas, chunk = text.length || 1): CsvRow[] {
  const parser = new CsvParser(dialect);
  const rows: CsvRow[] = [];
  for (let at = 0; at < text.length; at += chunk) rows.push(...parser.push(text.slice(at, at + chunk)));
  return [...rows, ...parser.end()];
}

const fieldsOf = (rows: readonly CsvRow[]): string[][] => rows.map((row) => [...row.fields]);

/** The same, by a parser that many people have used for years; undefined where it refuses the file. */
function byCsvParse(text: string, { delimiter, newline }: Dialect): string[][] | undefined {
  try {
    return parse(text, {
      delimiter,
      record_delimiter: newline === "\n" ? ["\r\n", "\n"] : ["\r"],
      relax_column_count: true,
      skip_empty_lines: true,
    });
  } catch {
    return undefined;
  }
}

const anyDialect = fc.record({
  delimiter: fc.constantFrom(",", ";", "\t", "|"),
  newline: fc.constantFrom("\n" as const, "\r" as const),
});

describe("reading rows", () => {
  it("reads what csv-parse reads, on random files in random dialects", () => {
    const field = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom("a", '"', ",", ";", "\t", "|", "\n", "\r", "é", "𝒳", "\0") }),
    );
    const table = fc.array(fc.array(field, { minLength: 2, maxLength: 6 }), { minLength: 1, maxLength: 20 });
    const ending = fc.constantFrom("\n", "\r\n");
    fc.assert(
      fc.property(anyDialect, table, ending, fc.boolean(), (dialect, rows, ending, last) => {
        const lineBreak = dialect.newline === "\r" ? "\r" : ending;
        const text = rows.map((row) => csvLine(row, dialect.delimiter)).join(lineBreak) + (last ? lineBreak : "");
        expect(fieldsOf(rowsOf(text, dialect))).toEqual(rows);
        expect(byCsvParse(text, dialect)).toEqual(rows);
      }),
      { numRuns: 500 },
    );
  });

  it("agrees with csv-parse on every soup of quotes and breaks that csv-parse accepts", () => {
    const soup = fc.string({
      unit: fc.constantFrom("a", "b", '"', '""', ",", "\n", "\r\n", "\r", ' "'),
      maxLength: 40,
    });
    let accepted = 0;
    fc.assert(
      fc.property(soup, fc.constantFrom("\n" as const, "\r" as const), (text, newline) => {
        fc.pre(!text.endsWith("\r"));
        const theirs = byCsvParse(text, { delimiter: ",", newline });
        if (!theirs) return;
        accepted++;
        const ours = rowsOf(text, { delimiter: ",", newline });
        expect(ours.filter((row) => row.problem)).toEqual([]);
        expect(fieldsOf(ours)).toEqual(theirs);
      }),
      { numRuns: 3_000 },
    );
    expect(accepted).toBeGreaterThan(300);
  });

  it("does not care where the text was cut into chunks", () => {
    const soup = fc.string({ unit: fc.constantFrom("a", '"', ",", "\n", "\r\n", "\r"), maxLength: 60 });
    fc.assert(
      fc.property(
        soup,
        fc.integer({ min: 1, max: 7 }),
        fc.constantFrom("\n" as const, "\r" as const),
        (text, chunk, newline) => {
          const dialect = { delimiter: ",", newline };
          expect(rowsOf(text, dialect, chunk)).toEqual(rowsOf(text, dialect));
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it("gives a row back from its own text, so that it can be put aside and read later", () => {
    const soup = fc.string({ unit: fc.constantFrom("a", '"', ",", "\n", "\r\n"), maxLength: 60 });
    fc.assert(
      fc.property(soup, (text) => {
        const readable = rowsOf(text).filter((row) => !row.problem && !row.raw.endsWith("\r"));
        const again = rowsOf(readable.map((row) => `${row.line},${row.raw}\n`).join(""));
        expect(fieldsOf(again)).toEqual(readable.map((row) => [String(row.line), ...row.fields]));
      }),
      { numRuns: 1_000 },
    );
  });

  it("counts lines from 1, those inside quotes too, and skips empty ones", () => {
    const rows = rowsOf('a,b\r\n\r\n"x\r\ny\r\nz",2\r\n\r\n3,4');
    expect(rows.map((row) => [row.line, ...row.fields])).toEqual([
      [1, "a", "b"],
      [3, "x\r\ny\r\nz", "2"],
      [7, "3", "4"],
    ]);
  });
});

describe("rows that cannot be read", () => {
  const problems = (text: string): [number, string][] =>
    rowsOf(text)
      .filter((row) => row.problem)
      .map((row) => [row.line, row.problem!]);

  it("gives up the line with text after a closing quote, and goes on", () => {
    const text = '1,a\n2,"b"x\n3,c\n';
    expect(problems(text)).toEqual([[2, expect.stringContaining("text after a closing quote")]]);
    expect(rowsOf(text).map((row) => row.line)).toEqual([1, 2, 3]);
  });

  it("gives up one line for a quote that nobody closes, not the file behind it", () => {
    const text = '1,a\n2,"b\n' + "3,c\n4,d\n";
    expect(problems(text)).toEqual([[2, expect.stringContaining("never closed")]]);
    expect(fieldsOf(rowsOf(text).filter((row) => !row.problem))).toEqual([
      ["1", "a"],
      ["3", "c"],
      ["4", "d"],
    ]);
  });

  it("refuses a line of ten megabytes, quoted or not, without keeping it", () => {
    const long = "x".repeat(10_000_000);
    for (const huge of [long, `"${long}"`, `1,"${long.slice(0, 5_000_000)}`]) {
      const rows = rowsOf(`a,b\n${huge}\nc,d\n`, commas, 1 << 18);
      expect(rows.map((row) => row.line)).toEqual([1, 2, 3]);
      expect(rows[1]!.problem).toMatch(/1,048,576 characters|never closed/);
      expect(rows[1]!.raw.length).toBeLessThan(2_000);
      expect(rows[2]!.fields).toEqual(["c", "d"]);
    }
  });

  it("reads the longest row it takes and refuses one more character", () => {
    const fits = "x".repeat(longestRow - 2) + ",y";
    expect(rowsOf(`${fits}\n`, commas, 1 << 16)[0]!.problem).toBeUndefined();
    expect(rowsOf(`x${fits}\n1,2\n`, commas, 1 << 16).map((row) => row.problem !== undefined)).toEqual([true, false]);
  });
});
