/** Distinct ids in 16 bytes each: millions of them in an import that must not grow with its file otherwise. */
export class IdentitySet {
  #slots = new BigUint64Array(2 * 1024);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  add(id: string): void {
    const hex = id.replaceAll("-", "");
    if (this.#size * 2 >= this.#slots.length / 2) this.#grow();
    if (this.#put(BigInt(`0x${hex.slice(0, 16)}`), BigInt(`0x${hex.slice(16)}`))) this.#size++;
  }

  *[Symbol.iterator](): Generator<string, void> {
    for (let at = 0; at < this.#slots.length; at += 2) {
      if (this.#slots[at] === 0n && this.#slots[at + 1] === 0n) continue;
      const hex = this.#slots[at]!.toString(16).padStart(16, "0") + this.#slots[at + 1]!.toString(16).padStart(16, "0");
      yield `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
    }
  }

  /** Open addressing; the ids are hashes already. */
  #put(high: bigint, low: bigint): boolean {
    const mask = this.#slots.length / 2 - 1;
    let slot = Number(low & 0xffffffffn) & mask;
    for (;;) {
      const [knownHigh, knownLow] = [this.#slots[slot * 2]!, this.#slots[slot * 2 + 1]!];
      if (knownHigh === high && knownLow === low) return false;
      if (knownHigh === 0n && knownLow === 0n) break;
      slot = (slot + 1) & mask;
    }
    this.#slots[slot * 2] = high;
    this.#slots[slot * 2 + 1] = low;
    return true;
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new BigUint64Array(old.length * 2);
    for (let at = 0; at < old.length; at += 2)
      if (old[at] !== 0n || old[at + 1] !== 0n) this.#put(old[at]!, old[at + 1]!);
  }
}
