import type { CsvRow, Table } from "../csv/index.ts";
import { carefully, type Filing } from "./careful-filing.ts";
import { fileBatch } from "./file-batch.ts";
import { Lanes } from "./lanes.ts";
import { Partitions, usualLimits, type PartitionLimits } from "./partitions.ts";
import type { Gathered, Reading, Refused } from "./reading.ts";
import { Tally } from "./tally.ts";
import { brokenBecause } from "./whole-row.ts";

export type Importing = {
  readonly table: Table;
  readonly reading: Reading;
  readonly file: Filing;
  /** Where rows go that are not filed. */
  readonly rejected: { add(refused: Refused): void; write(): Promise<void> };
  readonly progress?: (done: Progress) => void;
  readonly stop?: AbortSignal;
  readonly limits?: PartitionLimits;
  /** How many batches may be under way at once. */
  readonly lanes?: number;
};

/** How far an import has come: rows read, then rows filed of those read. */
export type Progress = {
  readonly phase: "reading" | "filing";
  readonly rows: number;
  readonly of: number | undefined;
  readonly share: number | undefined;
};

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
    const whole = rows.filter((row) => {
      const because = brokenBecause(row, table.header.length, reading);
      if (because !== undefined) refuse({ row, because });
      return because === undefined;
    });
    await parts.add(whole);
    await rejected.write();
    progress?.({ phase: "reading", rows: read, of: undefined, share: shareRead(table) });
  }
  return read;
}

function shareRead({ bytes }: Table): number | undefined {
  return bytes.total === undefined ? undefined : bytes.read() / Math.max(1, bytes.total);
}

/** Files part after part; one of another lane is put together while a lane's last batch is being filed. */
async function fileAll(
  importing: Importing,
  parts: Partitions,
  refuse: (refused: Refused) => void,
  tally: Tally,
  of: number,
): Promise<void> {
  const { reading, progress, stop, rejected } = importing;
  const file = carefully(importing.file);
  const lanes = new Lanes(importing.lanes ?? 3, async (batch) => {
    stop?.throwIfAborted();
    await fileBatch(batch, file, refuse, tally);
    progress?.({ phase: "filing", rows: tally.rows, of, share: tally.rows / Math.max(1, of) });
  });
  const tooMany = (row: CsvRow): void => refuse({ row, because: reading.tooManyRows });
  try {
    for await (const groups of parts.groups(reading.mostRows, tooMany)) {
      for (const [key, rows] of groups) {
        const isMessage = rows.length <= reading.mostRows;
        if (!isMessage) rows.forEach(tooMany);
        const full = isMessage ? lanes.add(gathered(reading, key, rows, refuse)) : undefined;
        if (full) await full;
      }
      await rejected.write();
    }
  } finally {
    await lanes.settle();
  }
  await lanes.finish();
}

function gathered(
  reading: Reading,
  key: string,
  rows: readonly CsvRow[],
  refuse: (refused: Refused) => void,
): Gathered {
  const all = reading.gather(key, rows);
  all.refused.forEach(refuse);
  return all;
}
