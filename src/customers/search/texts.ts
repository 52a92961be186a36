import { withRoom } from "./growing.ts";

const longest = 255;

/** Short texts side by side in one stretch of bytes, each with its length before it. Addressed by where it begins. */
export class Texts {
  bytes = new Uint8Array(1024);
  #end = 0;

  /** A text beyond 255 bytes is cut. */
  add(text: string): number {
    const at = this.#end;
    const encoded = Buffer.from(text, "utf8").subarray(0, longest);
    this.bytes = withRoom(this.bytes, at + 1 + encoded.length);
    this.bytes[at] = encoded.length;
    this.bytes.set(encoded, at + 1);
    this.#end += 1 + encoded.length;
    return at;
  }

  at(start: number): string {
    return this.part(start).toString("utf8");
  }

  part(start: number): Buffer {
    return Buffer.from(this.bytes.buffer, this.bytes.byteOffset + start + 1, this.bytes[start]!);
  }

  /** Nothing of an erased text stays. */
  wipe(start: number): void {
    this.bytes.fill(0, start + 1, start + 1 + this.bytes[start]!);
  }

  /** All that is written, to be searched through. */
  get written(): Buffer {
    return Buffer.from(this.bytes.buffer, this.bytes.byteOffset, this.#end);
  }
}
