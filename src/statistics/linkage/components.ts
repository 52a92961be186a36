import type { Links } from "./links.ts";

/** Records that links connect, at most `largest` of them: where there would be more, the weaker links are left out. */
export function componentsOf(count: number, links: readonly Links[], largest: number): Int32Array[] {
  const sets = new Sets(count);
  const isWithin = links.every(({ a, b }) => sets.joinAll(a, b, largest));
  if (isWithin) return sets.lists();
  const again = new Sets(count);
  for (const [part, i] of strongestFirst(links)) again.join(links[part]!.a[i]!, links[part]!.b[i]!, largest);
  return again.lists();
}

function strongestFirst(links: readonly Links[]): [part: number, i: number][] {
  const all = links.flatMap(({ a }, part) => Array.from(a, (_, i) => [part, i] as [number, number]));
  return all.sort(([p, i], [q, j]) => links[q]!.weights[j]! - links[p]!.weights[i]! || p - q || i - j);
}

class Sets {
  readonly #parents: Int32Array;
  readonly #sizes: Int32Array;

  constructor(count: number) {
    this.#parents = Int32Array.from({ length: count }, (_, record) => record);
    this.#sizes = new Int32Array(count).fill(1);
  }

  #root(record: number): number {
    let root = record;
    while (this.#parents[root] !== root) root = this.#parents[root] = this.#parents[this.#parents[root]!]!;
    return root;
  }

  /** False if the set would be too large. */
  join(a: number, b: number, largest: number): boolean {
    const [x, y] = [this.#root(a), this.#root(b)];
    if (x === y) return true;
    if (this.#sizes[x]! + this.#sizes[y]! > largest) return false;
    const [low, high] = x < y ? [x, y] : [y, x];
    this.#parents[high] = low;
    this.#sizes[low]! += this.#sizes[high]!;
    return true;
  }

  joinAll(a: Int32Array, b: Int32Array, largest: number): boolean {
    for (let i = 0; i < a.length; i++) if (!this.join(a[i]!, b[i]!, largest)) return false;
    return true;
  }

  /** Sets of two or more, each in the order of the table, by their first record. */
  lists(): Int32Array[] {
    const count = this.#parents.length;
    const lists: Int32Array[] = [];
    const listOf = new Int32Array(count).fill(-1);
    const filled: number[] = [];
    for (let record = 0; record < count; record++) {
      const root = this.#root(record);
      if (this.#sizes[root] === 1) continue;
      if (listOf[root] === -1) {
        listOf[root] = lists.push(new Int32Array(this.#sizes[root]!)) - 1;
        filled.push(0);
      }
      const list = listOf[root]!;
      lists[list]![filled[list]!] = record;
      filled[list]!++;
    }
    return lists;
  }
}
