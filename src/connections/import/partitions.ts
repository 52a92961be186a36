import type { CsvRow, Dialect } from "../csv/index.ts";
import { hash } from "./hash.ts";
import { SetAside } from "./set-aside.ts";
import { Spill } from "./spill.ts";

export type PartitionLimits = {
  /** Bytes of rows kept in memory before they are put on disk. */
  readonly inMemory: number;
  /** Bytes of rows that are grouped at once; a part of sixteen times as many is divided again. */
  readonly atOnce: number;
};

export const usualLimits: PartitionLimits = { inMemory: 16 << 20, atOnce: 1 << 20 };

const mostParts = 1_024;
const deepest = 4;

/**
 * Puts the rows of one message into one part, whatever stands between them in the file, with no more memory than the
 * limits: by hash of the key into parts, those of a large file on disk, and a part that is too large once more.
 */
export class Partitions {
  readonly #dialect: Dialect;
  readonly #limits: PartitionLimits;
  readonly #keyOf: (row: CsvRow) => string;
  readonly #depth: number;
  readonly #parts: readonly SetAside[];
  readonly #spill = new Spill();
  #added = 0;

  constructor(
    dialect: Dialect,
    expectedBytes: number,
    keyOf: (row: CsvRow) => string,
    limits = usualLimits,
    depth = 0,
  ) {
    this.#dialect = dialect;
    this.#limits = limits;
    this.#keyOf = keyOf;
    this.#depth = depth;
    const count = Math.min(mostParts, Math.max(1, Math.ceil(expectedBytes / limits.atOnce)));
    this.#parts = Array.from({ length: count }, () => new SetAside(dialect));
  }

  /** Resolves when there is room for more. */
  async add(rows: readonly CsvRow[]): Promise<void> {
    for (const row of rows) {
      this.#parts[hash(this.#keyOf(row), this.#depth) % this.#parts.length]!.add(row);
      this.#added += row.raw.length;
    }
    if (this.#added < this.#limits.inMemory) return;
    for (const part of this.#parts) await part.moveTo(this.#spill);
    this.#added = 0;
  }

  /** The rows of each part by key, part after part, at most `most` of one key: more are handed to `beyond`. */
  async *groups(most = Infinity, beyond: (row: CsvRow) => void = () => {}): AsyncGenerator<Groups, void> {
    for (const part of this.#parts) {
      if (part.size > this.#limits.atOnce * 16 && this.#depth < deepest) yield* this.#divided(part, most, beyond);
      else yield await this.#grouped(part, most, beyond);
    }
  }

  async *#divided(part: SetAside, most: number, beyond: (row: CsvRow) => void): AsyncGenerator<Groups, void> {
    const smaller = new Partitions(this.#dialect, part.size, this.#keyOf, this.#limits, this.#depth + 1);
    try {
      for await (const rows of part.rows(this.#spill)) await smaller.add(rows);
      yield* smaller.groups(most, beyond);
    } finally {
      await smaller.close();
    }
  }

  async #grouped(part: SetAside, most: number, beyond: (row: CsvRow) => void): Promise<Groups> {
    const groups = new Map<string, CsvRow[]>();
    for await (const rows of part.rows(this.#spill)) {
      for (const row of rows) {
        const key = this.#keyOf(row);
        const group = groups.get(key);
        if (!group) groups.set(key, [row]);
        else if (group.length <= most) group.push(row);
        else beyond(row);
      }
    }
    return groups;
  }

  close(): Promise<void> {
    return this.#spill.close();
  }
}

export type Groups = ReadonlyMap<string, readonly CsvRow[]>;
