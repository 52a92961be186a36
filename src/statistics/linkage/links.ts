/** Pairs worth looking at again, how much they weigh in bits, and how many were compared to find them. */
export type Links = {
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly weights: Float32Array;
  readonly compared: number;
};

export class GrowingLinks {
  #a = new Int32Array(1 << 10);
  #b = new Int32Array(1 << 10);
  #weights = new Float32Array(1 << 10);
  #size = 0;

  add(a: number, b: number, weight: number): void {
    if (this.#size === this.#a.length) this.#grow();
    this.#a[this.#size] = a;
    this.#b[this.#size] = b;
    this.#weights[this.#size++] = weight;
  }

  #grow(): void {
    const before = [this.#a, this.#b, this.#weights] as const;
    this.#a = new Int32Array(2 * this.#size);
    this.#b = new Int32Array(2 * this.#size);
    this.#weights = new Float32Array(2 * this.#size);
    [this.#a, this.#b, this.#weights].forEach((list, i) => list.set(before[i]!));
  }

  links(compared: number): Links {
    const size = this.#size;
    return { a: this.#a.slice(0, size), b: this.#b.slice(0, size), weights: this.#weights.slice(0, size), compared };
  }
}
