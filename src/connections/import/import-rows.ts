import { InvalidInput } from "../../foundation/errors.ts";
import type { ArrivingRecord, Verdict } from "../../touchpoints/index.ts";
import type { CsvRow, Table } from "../csv/index.ts";
import { carefully, type Filing } from "./careful-filing.ts";
import { Unreadable } from "./cells.ts";
import { Partitions, usualLimits, type Groups, type PartitionLimits } from "./partitions.ts";
import type { Gathered, Reading, Refused } from "./reading.ts";
import { Tally } from "./tally.ts";

export type Importing = {
  readonly table: Table;
  readonly reading: Reading;
  readonly file: Filing;
  /** Where rows go that are not filed. */
  readonly rejected: { add(refused: Refused): void; write(): Promise<void> };
  readonly progress?: (done: Progress) => void;
  readonly stop?: AbortSignal;
  readonly limits?: PartitionLimits;
  /** Batches under way at once: the next is put together while the database files the last. */
  readonly atOnce?: number;
};

/** How far an import has come: rows read, then rows filed of those read. */
export type Progress = {
  readonly phase: "reading" | "filing";
  readonly rows: number;
  readonly of: number | undefined;
  readonly share: number | undefined;
};

const batchRows = 1_500;
// What gzip makes of tables like these.
const unpackedPerPacked = 8;

/** Reads a whole table and files it, message by message, with memory that does not grow with the file. */
export async function importRows(importing: Importing): Promise<Tally> {
  const tally = new Tally();
  const refuse = (refused: Refused): void => {
    tally.rejected++;
    importing.rejected.add(refused);
  };
  const parts = partitionsFor(importing);
  try {
    const read = await readAll(importing, parts, refuse);
    await fileAll(importing, parts, refuse, tally, read);
  } finally {
    await parts.close();
  }
  return tally;
}

function partitionsFor({ table, reading, limits = usualLimits }: Importing): Partitions {
  const { total, packed } = table.bytes;
  const expected = total === undefined ? limits.atOnce * 32 : total * (packed ? unpackedPerPacked : 1);
  return new Partitions(table.dialect, expected, (row) => reading.keyOf(row), limits);
}

async function readAll(
  { table, reading, rejected, progress, stop }: Importing,
  parts: Partitions,
  refuse: (refused: Refused) => void,
): Promise<number> {
  let read = 0;
  for await (const rows of table.rows) {
    stop?.throwIfAborted();
    read += rows.length;
    await parts.add(rows.filter((row) => isWhole(row, table.header.length, reading, refuse)));
    await rejected.write();
    progress?.({ phase: "reading", rows: read, of: undefined, share: shareRead(table) });
  }
  return read;
}

function shareRead({ bytes }: Table): number | undefined {
  return bytes.total === undefined ? undefined : bytes.read() / Math.max(1, bytes.total);
}

/** Whether the row can be read at all and says which message it belongs to. */
function isWhole(row: CsvRow, width: number, reading: Reading, refuse: (refused: Refused) => void): boolean {
  const because = row.problem ?? brokenBecause(row, width) ?? keylessBecause(row, reading);
  if (because !== undefined) refuse({ row, because });
  return because === undefined;
}

function brokenBecause({ fields, raw }: CsvRow, width: number): string | undefined {
  if (fields.length !== width) return `the row has ${fields.length} columns, the header ${width}`;
  return raw.includes("\0") ? "the row holds a NUL character" : undefined;
}

function keylessBecause(row: CsvRow, reading: Reading): string | undefined {
  try {
    return reading.keyOf(row) === "" ? reading.withoutKey : undefined;
  } catch (error) {
    if (error instanceof Unreadable) return error.message;
    throw error;
  }
}

type Batch = { readonly gathered: Gathered[]; rows: number };

async function fileAll(
  importing: Importing,
  parts: Partitions,
  refuse: (refused: Refused) => void,
  tally: Tally,
  of: number,
): Promise<void> {
  const { reading, progress, stop, atOnce = 3 } = importing;
  const file = carefully(importing.file);
  const underWay = new Set<Promise<void>>();
  let failure: unknown;
  const send = async (batch: Batch): Promise<void> => {
    while (underWay.size >= atOnce) await Promise.race(underWay);
    if (failure !== undefined) throw failure;
    stop?.throwIfAborted();
    const sent: Promise<void> = fileBatch(batch, file, refuse, tally).then(
      () => progress?.({ phase: "filing", rows: tally.rows, of, share: tally.rows / Math.max(1, of) }),
      (error: unknown) => void (failure ??= error ?? new Error("filing failed")),
    );
    underWay.add(sent);
    void sent.finally(() => underWay.delete(sent));
  };
  try {
    for await (const batches of batchesOf(parts, reading, refuse)) {
      for (const batch of batches) await send(batch);
      await importing.rejected.write();
    }
  } finally {
    await Promise.all(underWay);
  }
  if (failure !== undefined) throw failure;
}

/** Part after part, in batches of whole messages. */
async function* batchesOf(
  parts: Partitions,
  reading: Reading,
  refuse: (refused: Refused) => void,
): AsyncGenerator<Iterable<Batch>, void> {
  const tooMany = (row: CsvRow): void => refuse({ row, because: reading.tooManyRows });
  let begun: Batch = { gathered: [], rows: 0 };
  function* whole(groups: Groups): Generator<Batch, void> {
    for (const [key, rows] of groups) {
      if (rows.length > reading.mostRows) rows.forEach(tooMany);
      else add(begun, reading.gather(key, rows), refuse);
      if (begun.rows < batchRows) continue;
      yield begun;
      begun = { gathered: [], rows: 0 };
    }
  }
  for await (const groups of parts.groups(reading.mostRows, tooMany)) yield whole(groups);
  if (begun.rows > 0) yield [begun];
}

function add(batch: Batch, gathered: Gathered, refuse: (refused: Refused) => void): void {
  gathered.refused.forEach(refuse);
  if (!gathered.record) return;
  batch.gathered.push(gathered);
  batch.rows += gathered.rows.length;
}

async function fileBatch(
  { gathered }: Batch,
  file: Filing,
  refuse: (refused: Refused) => void,
  tally: Tally,
): Promise<void> {
  const verdicts = await file(gathered.map(({ record }) => record!));
  if (verdicts.length !== gathered.length)
    throw new InvalidInput(`${gathered.length} records were filed, ${verdicts.length} answered`);
  gathered.forEach((one, nth) => count(one, verdicts[nth]!, refuse, tally));
}

function count(
  { record, rows, repeated }: Gathered,
  verdict: Verdict,
  refuse: (refused: Refused) => void,
  tally: Tally,
): void {
  if (verdict.verdict === "rejected") {
    return [...rows, ...repeated].forEach((row) => refuse({ row, because: verdict.reason ?? "it was refused" }));
  }
  const accepted = verdict.verdict === "accepted" ? changedRows(record!, rows.length, verdict) : 0;
  tally.accepted += accepted;
  tally.unchanged += rows.length - accepted + repeated.length;
  tally.messages++;
  if (isReturn(record!)) tally.returnsOnly++;
  const nameless = Object.keys(record!.ids).length === 0;
  if (verdict.identity !== undefined) (nameless ? tally.nameless : tally.named).add(verdict.identity);
}

/** What changed of the order itself was stated by all of its rows. */
function changedRows({ lines }: ArrivingRecord, rows: number, { changed }: Verdict): number {
  return lines && changed ? Math.min(changed, rows) : rows;
}

function isReturn({ lines }: ArrivingRecord): boolean {
  return lines !== undefined && lines.every((line) => line.quantity < 0);
}
