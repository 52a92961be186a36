import type { Readable } from "node:stream";

const [tab, newline, backslash] = [9, 10, 92];

/** Reads what COPY gives in text format, a row at a time and without making a text of what nobody looks at. */
export async function readCopied(rows: Readable, read: (row: CopiedRow) => void): Promise<void> {
  const row = new CopiedRow();
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of rows as AsyncIterable<Buffer>) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    let from = 0;
    for (let end = bytes.indexOf(newline); end >= 0; end = bytes.indexOf(newline, from)) {
      row.at(bytes, from, end);
      read(row);
      from = end + 1;
    }
    rest = bytes.subarray(from);
  }
}

/** One row, until the next is read. */
export class CopiedRow {
  #bytes: Buffer = Buffer.alloc(0);
  #bounds: number[] = [];
  #isEscaped = false;

  at(bytes: Buffer, from: number, end: number): void {
    this.#bytes = bytes;
    this.#bounds = [from];
    this.#isEscaped = false;
    for (let i = from; i < end; i++) {
      if (bytes[i] === tab) this.#bounds.push(i + 1);
      else if (bytes[i] === backslash) this.#isEscaped = true;
    }
    this.#bounds.push(end + 1);
  }

  text(field: number): string {
    const text = this.#bytes.toString("utf8", this.#bounds[field]!, this.#bounds[field + 1]! - 1);
    return this.#isEscaped ? text.replace(/\\(.)/gs, (_, sign: string) => meant[sign] ?? sign) : text;
  }

  number(field: number): number {
    return Number(this.text(field));
  }

  /** A UUID as four numbers, as `readUuid` makes them. */
  uuid(field: number, into: Uint32Array): Uint32Array {
    let at = this.#bounds[field]!;
    for (let part = 0; part < 4; part++) {
      let value = 0;
      for (let digits = 0; digits < 8; at++) {
        const digit = hexDigits[this.#bytes[at]!]!;
        if (digit === notHex) continue;
        value = (value << 4) | digit;
        digits++;
      }
      into[part] = value;
    }
    return into;
  }
}

const meant: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", b: "\b", f: "\f", v: "\v" };

const notHex = 255;
const hexDigits = new Uint8Array(256).fill(notHex);
for (const [digit, sign] of [..."0123456789abcdef"].entries()) hexDigits[sign.charCodeAt(0)] = digit;
