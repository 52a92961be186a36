/** How often each vector of levels occurred. Pairs are many, patterns few: all learning is done on these. */
export type Patterns = {
  readonly width: number;
  /** The levels of pattern p in comparison c: levels[p * width + c]. */
  readonly levels: Uint8Array;
  readonly counts: Float64Array;
};

/** Counts patterns by a hash of their levels. */
export class PatternCounter {
  readonly #width: number;
  #slots = new Int32Array(1 << 12).fill(-1);
  #levels: Uint8Array;
  #counts = new Float64Array(1 << 10);
  #size = 0;

  constructor(width: number) {
    this.#width = width;
    this.#levels = new Uint8Array(width << 10);
  }

  add(levels: Uint8Array, times = 1): void {
    let slot = this.#slotOf(levels, 0);
    for (; this.#slots[slot] !== -1; slot = (slot + 1) & (this.#slots.length - 1)) {
      const pattern = this.#slots[slot]!;
      if (!this.#is(pattern, levels)) continue;
      this.#counts[pattern]! += times;
      return;
    }
    this.#slots[slot] = this.#size;
    this.#keep(levels, times);
  }

  #slotOf(levels: Uint8Array, at: number): number {
    let hash = 0;
    for (let c = 0; c < this.#width; c++) hash = Math.imul(hash, 31) + levels[at + c]!;
    return (Math.imul(hash, 0x9e3779b1) >>> 9) & (this.#slots.length - 1);
  }

  #is(pattern: number, levels: Uint8Array): boolean {
    const start = pattern * this.#width;
    for (let c = 0; c < this.#width; c++) if (this.#levels[start + c] !== levels[c]) return false;
    return true;
  }

  #keep(levels: Uint8Array, times: number): void {
    if (this.#size === this.#counts.length) this.#grow();
    this.#levels.set(levels.subarray(0, this.#width), this.#size * this.#width);
    this.#counts[this.#size++] = times;
  }

  #grow(): void {
    const [levels, counts] = [this.#levels, this.#counts];
    this.#levels = new Uint8Array(2 * levels.length);
    this.#levels.set(levels);
    this.#counts = new Float64Array(2 * counts.length);
    this.#counts.set(counts);
    this.#slots = new Int32Array(2 * this.#slots.length).fill(-1);
    for (let pattern = 0; pattern < this.#size; pattern++) {
      let slot = this.#slotOf(levels, pattern * this.#width);
      while (this.#slots[slot] !== -1) slot = (slot + 1) & (this.#slots.length - 1);
      this.#slots[slot] = pattern;
    }
  }

  patterns(): Patterns {
    const levels = this.#levels.slice(0, this.#size * this.#width);
    return { width: this.#width, levels, counts: this.#counts.slice(0, this.#size) };
  }
}

/** The counts of several, added up in the order given. */
export function together(parts: readonly Patterns[], width: number): Patterns {
  const counter = new PatternCounter(width);
  for (const { levels, counts } of parts)
    for (let p = 0; p < counts.length; p++) counter.add(levels.subarray(p * width, (p + 1) * width), counts[p]);
  return counter.patterns();
}
