import { type IntBuffer, withRoom } from "./growing.ts";
import { orderByKey } from "./order.ts";
import { Texts } from "./texts.ts";

const mostLatest = 4096;
const mostGone = 100;
const gone = -1;

/**
 * Identifiers that somebody types the beginning of: in the order of their bytes, lower case. Filled once and sorted;
 * what comes later is kept sorted beside and merged in now and then (some 20 ms a million).
 */
export class Values {
  #texts = new Texts();
  #count = 0;
  #starts = new Int32Array(0);
  #rows = new Int32Array(0);
  #sorted = new Int32Array(0);
  #latest: number[] = [];
  #gone: number[] = [];
  #isSettled = false;

  /** Returns the value's number. */
  add(row: number, text: string): number {
    const value = this.#count++;
    this.#starts = withRoom(this.#starts, this.#count);
    this.#rows = withRoom(this.#rows, this.#count);
    this.#starts[value] = this.#texts.add(text.toLowerCase());
    this.#rows[value] = row;
    if (this.#isSettled) this.#addLatest(value);
    return value;
  }

  /** Takes a value out: it is found no longer, and wiped with the next hundred. */
  remove(value: number): void {
    this.settle();
    this.#rows[value] = gone;
    this.#gone.push(value);
    if (this.#gone.length >= mostGone) this.#sweep();
  }

  #sweep(): void {
    const isThere = (value: number): boolean => this.#rows[value] !== gone;
    this.#sorted = this.#sorted.filter(isThere);
    this.#latest = this.#latest.filter(isThere);
    for (const value of this.#gone) this.#texts.wipe(this.#starts[value]!);
    this.#gone = [];
  }

  textOf(value: number): string {
    return this.#texts.at(this.#starts[value]!);
  }

  /** Whose values begin so, at most `most` of them; and how many there are. */
  readBeginningWith(text: string, most: number, into: IntBuffer): number {
    this.settle();
    const beginning = Buffer.from(text.toLowerCase(), "utf8");
    const after = Buffer.concat([beginning, Buffer.of(0xff)]);
    return (
      this.#readBetween(this.#sorted, beginning, after, most, into) +
      this.#readBetween(this.#latest, beginning, after, most, into)
    );
  }

  /** Whose values hold these signs anywhere, by looking through all of them: some 10 ms a million. */
  readHolding(text: string, most: number, into: IntBuffer): number {
    const all = this.#texts.written;
    for (let from = 0; into.length < most;) {
      const at = all.indexOf(text, from, "latin1");
      if (at < 0) break;
      const value = this.#valueAround(at);
      const begin = this.#starts[value]! + 1;
      const end = begin + all[begin - 1]!;
      const isInside = at >= begin && at + text.length <= end;
      if (isInside && this.#rows[value] !== gone) into.push(this.#rows[value]!);
      from = isInside ? end : at + 1;
    }
    return into.length;
  }

  /** Sorts what was filled in. */
  settle(): void {
    if (this.#isSettled) return;
    this.#isSettled = true;
    const [high, low] = this.#keys();
    this.#sorted = orderByKey(high, low);
    this.#orderEqualKeys(high, low);
  }

  #keys(): [Uint32Array, Uint32Array] {
    const [high, low] = [new Uint32Array(this.#count), new Uint32Array(this.#count)];
    const bytes = this.#texts.bytes;
    for (let value = 0; value < this.#count; value++) {
      const begin = this.#starts[value]! + 1;
      const length = bytes[begin - 1]!;
      for (let i = 0; i < 4; i++) {
        high[value] = (high[value]! << 8) | (i < length ? bytes[begin + i]! : 0);
        low[value] = (low[value]! << 8) | (i + 4 < length ? bytes[begin + i + 4]! : 0);
      }
    }
    return [high, low];
  }

  #orderEqualKeys(high: Uint32Array, low: Uint32Array): void {
    const sorted = this.#sorted;
    const areEqual = (a: number, b: number): boolean => high[a] === high[b] && low[a] === low[b];
    for (let from = 0, to = 1; from < sorted.length; from = to++) {
      while (to < sorted.length && areEqual(sorted[from]!, sorted[to]!)) to++;
      if (to - from > 1) sorted.subarray(from, to).sort((a, b) => this.#compare(a, b));
    }
  }

  #addLatest(value: number): void {
    const text = this.#texts.part(this.#starts[value]!);
    this.#latest.splice(this.#firstFrom(this.#latest, text), 0, value);
    if (this.#latest.length > mostLatest) this.#merge();
  }

  #merge(): void {
    const merged = new Int32Array(this.#sorted.length + this.#latest.length);
    let from = 0;
    this.#latest.forEach((value, i) => {
      const to = this.#firstFrom(this.#sorted, this.#texts.part(this.#starts[value]!));
      merged.set(this.#sorted.subarray(from, to), from + i);
      merged[to + i] = value;
      from = to;
    });
    merged.set(this.#sorted.subarray(from), from + this.#latest.length);
    [this.#sorted, this.#latest] = [merged, []];
  }

  #readBetween(order: ArrayLike<number>, low: Buffer, high: Buffer, most: number, into: IntBuffer): number {
    const [from, to] = [this.#firstFrom(order, low), this.#firstFrom(order, high)];
    for (let i = from; i < to && i < from + most; i++) {
      const row = this.#rows[order[i]!]!;
      if (row !== gone) into.push(row);
    }
    return to - from;
  }

  #firstFrom(order: ArrayLike<number>, text: Buffer): number {
    let [low, high] = [0, order.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (Buffer.compare(this.#texts.part(this.#starts[order[middle]!]!), text) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #compare(a: number, b: number): number {
    return Buffer.compare(this.#texts.part(this.#starts[a]!), this.#texts.part(this.#starts[b]!));
  }

  // Values stand in the order in which they came.
  #valueAround(place: number): number {
    let [low, high] = [0, this.#count];
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if (this.#starts[middle]! <= place) low = middle;
      else high = middle;
    }
    return low;
  }

  get bytes(): number {
    return this.#texts.bytes.length + 4 * (this.#starts.length + this.#rows.length + this.#sorted.length);
  }
}
