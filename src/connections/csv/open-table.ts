import type { Readable } from "node:stream";
import { InvalidInput } from "../../foundation/errors.ts";
import { CsvParser, type CsvRow } from "./csv-parser.ts";
import type { Dialect } from "./dialect.ts";
import { encodingOf, textReader, type Encoding } from "./encoding.ts";
import { openBytes, type Bytes } from "./open-bytes.ts";
import { declaredDelimiter, sniffDialect } from "./sniff-dialect.ts";

/** A file of rows under a header. `sample` holds the first rows; `rows` begins with them and can be read once. */
export type Table = {
  readonly path: string;
  readonly header: readonly string[];
  readonly dialect: Dialect;
  readonly encoding: Encoding;
  readonly sample: readonly CsvRow[];
  readonly rows: AsyncGenerator<CsvRow[], void>;
  readonly bytes: Bytes;
  warnings(): string[];
};

const sampleBytes = 1 << 16;

/** Opens `path` ("-" is standard input) and finds out packing, encoding and dialect from its beginning. */
export async function openTable(path: string, input?: Readable): Promise<Table> {
  const bytes = await openBytes(path, input);
  const { sample, whole } = await beginning(bytes.chunks);
  const encoding = encodingOf(sample);
  const reader = textReader(encoding);
  const text = reader.read(sample) + (whole ? reader.end() : "");
  const dialect = sniffDialect(text, whole);
  const parser = new CsvParser(dialect);
  const first = [...parser.push(text), ...(whole ? parser.end() : [])];
  const begun = await atLeastAHeader(first, declaredDelimiter(text) ? 2 : 1, () =>
    moreRows(parser, reader, bytes.chunks),
  );
  const [header, sampled] = headed(begun, declaredDelimiter(text) !== undefined, path);
  const rows = whole ? only(sampled) : following(sampled, parser, reader, bytes.chunks);
  const warnings = (): string[] => [reader.warning()].filter((warning) => warning !== undefined);
  return { path, header, dialect, encoding, sample: sampled, rows, bytes, warnings };
}

async function beginning(chunks: AsyncGenerator<Buffer, void>): Promise<{ sample: Buffer; whole: boolean }> {
  const parts: Buffer[] = [];
  for (let length = 0; length < sampleBytes; length += parts.at(-1)!.length) {
    const next = await chunks.next();
    if (next.done) return { sample: Buffer.concat(parts), whole: true };
    parts.push(next.value);
  }
  return { sample: Buffer.concat(parts), whole: false };
}

/** A header may be wider than the sample. */
async function atLeastAHeader(
  rows: CsvRow[],
  needed: number,
  more: () => Promise<CsvRow[] | undefined>,
): Promise<CsvRow[]> {
  while (rows.length < needed) {
    const next = await more();
    if (!next) break;
    rows.push(...next);
  }
  return rows;
}

type Reader = ReturnType<typeof textReader>;

async function moreRows(
  parser: CsvParser,
  reader: Reader,
  chunks: AsyncGenerator<Buffer, void>,
): Promise<CsvRow[] | undefined> {
  const next = await chunks.next();
  return next.done ? undefined : parser.push(reader.read(next.value));
}

function headed(rows: CsvRow[], declared: boolean, path: string): [header: string[], rows: CsvRow[]] {
  const [header, ...rest] = declared ? rows.slice(1) : rows;
  if (!header) throw new InvalidInput(`${path} is empty: a file needs a header row that names its columns.`);
  if (header.problem) throw new InvalidInput(`The header of ${path}: ${header.problem}.`);
  return [header.fields.map((name) => name.trim()), rest];
}

async function* only(rows: CsvRow[]): AsyncGenerator<CsvRow[], void> {
  yield rows;
}

async function* following(
  first: CsvRow[],
  parser: CsvParser,
  reader: Reader,
  chunks: AsyncGenerator<Buffer, void>,
): AsyncGenerator<CsvRow[], void> {
  yield first;
  for await (const bytes of chunks) yield parser.push(reader.read(bytes));
  yield [...parser.push(reader.end()), ...parser.end()];
}
