import { CsvParser, type CsvRow, type Dialect } from "../csv/index.ts";
import type { Aside, Spill } from "./spill.ts";

const pieceBytes = 1 << 15;
const none = Buffer.alloc(0);

/**
 * Rows put aside in order: a CSV of their own dialect with the number of their line in front, in pieces of whole rows.
 * As text they take a fifth of the memory of rows that have been read, and may move to disk.
 */
export class SetAside {
  readonly #dialect: Dialect;
  #pieces: (Buffer | Aside)[] = [];
  #open = none;
  #used = 0;
  /** Bytes of closed pieces that are still in memory. */
  inMemory = 0;
  size = 0;

  constructor(dialect: Dialect) {
    this.#dialect = dialect;
  }

  add({ line, raw }: CsvRow): void {
    const text = `${line}${this.#dialect.delimiter}${raw}${this.#dialect.newline}`;
    // A character has at most three bytes, and what has four is two characters.
    if (this.#open.length - this.#used < text.length * 3) this.#nextPiece(text.length * 3);
    const bytes = this.#open.write(text, this.#used);
    this.#used += bytes;
    this.size += bytes;
  }

  #nextPiece(needed: number): void {
    this.#closePiece();
    this.#open = Buffer.allocUnsafeSlow(Math.max(pieceBytes, needed));
  }

  #closePiece(): void {
    if (this.#used > 0) this.#pieces.push(this.#open.subarray(0, this.#used));
    this.inMemory += this.#used;
    this.#open = none;
    this.#used = 0;
  }

  async moveTo(spill: Spill): Promise<void> {
    const inMemory = this.#pieces.filter((piece) => Buffer.isBuffer(piece));
    if (inMemory.length === 0) return;
    const aside = await spill.write(inMemory);
    this.#pieces = [...this.#pieces.filter((piece) => !Buffer.isBuffer(piece)), ...aside];
    this.inMemory = 0;
  }

  /** The rows again; what was read is forgotten. */
  async *rows(spill: Spill): AsyncGenerator<CsvRow[], void> {
    this.#closePiece();
    const pieces = this.#pieces;
    this.#pieces = [];
    const parser = new CsvParser(this.#dialect);
    for (const piece of pieces) {
      const bytes = Buffer.isBuffer(piece) ? piece : await spill.read(piece);
      yield parser.push(bytes.toString("utf8")).map((row) => this.#asItWas(row));
    }
  }

  #asItWas({ fields, raw }: CsvRow): CsvRow {
    const line = fields[0]!;
    return { line: Number(line), fields: fields.slice(1), raw: raw.slice(line.length + 1) };
  }
}
