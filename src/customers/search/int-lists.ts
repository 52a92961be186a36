import { type IntBuffer, withRoom } from "./growing.ts";

/**
 * For each key a list of numbers, at four bytes a number. What was added lately stands in chains; once that is a quarter
 * of the whole it is sorted in with the rest (40 ms for two million numbers), so the cost of an addition stays constant.
 * Nothing is ever taken out: whoever reads knows what still holds.
 */
export class IntLists {
  #starts = new Int32Array(1);
  #settled = new Int32Array(0);
  #keys = new Int32Array(0);
  #values = new Int32Array(0);
  #next = new Int32Array(0);
  #added = 0;
  #latest: Map<number, number> | null = null;

  add(key: number, value: number): void {
    const at = this.#added++;
    this.#keys = withRoom(this.#keys, this.#added);
    this.#values = withRoom(this.#values, this.#added);
    this.#keys[at] = key;
    this.#values[at] = value;
    if (this.#latest !== null) this.#chain(key, at, this.#latest);
  }

  #chain(key: number, at: number, latest: Map<number, number>): void {
    this.#next = withRoom(this.#next, this.#added);
    this.#next[at] = latest.get(key) ?? -1;
    latest.set(key, at);
    if (this.#added > 10_000 + this.#settled.length / 4) this.settle();
  }

  /** Adds the key's numbers to the buffer. */
  read(key: number, into: IntBuffer): void {
    if (this.#latest === null) this.settle();
    if (key + 1 < this.#starts.length) into.append(this.#settled.subarray(this.#starts[key]!, this.#starts[key + 1]!));
    for (let at = this.#latest!.get(key) ?? -1; at >= 0; at = this.#next[at]!) into.push(this.#values[at]!);
  }

  /** Sorts all that was added into place: counting sort by key, older numbers first. */
  settle(): void {
    const keys = this.#highestKey() + 1;
    const starts = this.#countedStarts(keys);
    const settled = new Int32Array(starts[keys]!);
    const filled = starts.slice();
    for (let key = 0; key + 1 < this.#starts.length; key++) {
      const part = this.#settled.subarray(this.#starts[key]!, this.#starts[key + 1]!);
      settled.set(part, filled[key]!);
      filled[key]! += part.length;
    }
    for (let at = 0; at < this.#added; at++) settled[filled[this.#keys[at]!]!++] = this.#values[at]!;
    this.#starts = starts;
    this.#settled = settled;
    this.#startAnew();
  }

  #startAnew(): void {
    this.#keys = new Int32Array(0);
    this.#values = new Int32Array(0);
    this.#next = new Int32Array(0);
    this.#added = 0;
    this.#latest = new Map();
  }

  #highestKey(): number {
    let highest = this.#starts.length - 2;
    for (let at = 0; at < this.#added; at++) if (this.#keys[at]! > highest) highest = this.#keys[at]!;
    return highest;
  }

  #countedStarts(keys: number): Int32Array<ArrayBuffer> {
    const starts = new Int32Array(keys + 1);
    for (let key = 0; key + 1 < this.#starts.length; key++)
      starts[key + 1] = this.#starts[key + 1]! - this.#starts[key]!;
    for (let at = 0; at < this.#added; at++) starts[this.#keys[at]! + 1]!++;
    for (let key = 0; key < keys; key++) starts[key + 1]! += starts[key]!;
    return starts;
  }

  get bytes(): number {
    return 4 * (this.#starts.length + this.#settled.length + 3 * this.#keys.length);
  }
}
