import { CsvParser } from "./csv-parser.ts";
import type { Dialect } from "./dialect.ts";

const delimiters = [",", ";", "\t", "|"] as const;
const rowsLookedAt = 100;

/** The dialect under which the first rows agree best on more than one column; a comma when nothing separates. */
export function sniffDialect(sample: string, whole: boolean): Dialect {
  const newline = newlineOf(sample);
  const declared = declaredDelimiter(sample);
  if (declared) return { delimiter: declared, newline };
  const scored = delimiters.map((delimiter) => ({
    delimiter,
    score: agreement(sample, { delimiter, newline }, whole),
  }));
  return { delimiter: scored.reduce((best, one) => (one.score > best.score ? one : best)).delimiter, newline };
}

/** Spreadsheets write "sep=;" before the header of files they share between countries. */
export function declaredDelimiter(sample: string): string | undefined {
  return /^sep=([^\r\n"])\r?(?:\n|$)/i.exec(sample)?.[1];
}

/** The first line break outside quotes decides: the header's. */
function newlineOf(sample: string): "\n" | "\r" {
  let quoted = false;
  for (let at = 0; at < sample.length; at++) {
    const code = sample.charCodeAt(at);
    if (code === 0x22) quoted = !quoted;
    else if (code === 0x0a && !quoted) return "\n";
    else if (code === 0x0d && !quoted) return at + 1 < sample.length && sample[at + 1] !== "\n" ? "\r" : "\n";
  }
  return "\n";
}

/** The share of rows as wide as the first, more for wider rows; nothing when there is one column only. */
function agreement(sample: string, dialect: Dialect, whole: boolean): number {
  const parser = new CsvParser(dialect);
  const rows = [...parser.push(sample), ...(whole ? parser.end() : [])].slice(0, rowsLookedAt);
  const width = rows[0]?.fields.length ?? widthOfHeader(sample, dialect);
  if (width < 2) return 0;
  const agreeing = rows.filter((row) => !row.problem && row.fields.length === width).length;
  return (agreeing + 1) / (rows.length + 1) + width / 10_000;
}

function widthOfHeader(sample: string, { delimiter }: Dialect): number {
  return sample.split(delimiter).length;
}
