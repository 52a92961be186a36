/** Two clusters, named by a record of each, that became one while their pairs weighed `mean` bits on average. */
export type Merge = { readonly a: number; readonly b: number; readonly mean: number };

/**
 * Puts k records together two clusters at a time, always those whose pairs weigh most on average: *all* pairs across count,
 * also those that no rule brought together, so one bad link does not join two families (connected components would).
 *
 * `weights` is the k × k table, -Infinity for pairs that must not be one; it is used up. Nearest neighbour chain (Benzécri
 * 1982): k² steps, the same tree as taking the best pair every time, because means of means never exceed the larger.
 * Answers the merges of mean weight above `least`, from the heaviest to the lightest.
 */
export function averageLinkage(weights: Float64Array, k: number, least: number): Merge[] {
  const sizes = new Int32Array(k).fill(1);
  const merges: Merge[] = [];
  const chain: number[] = [];
  for (;;) {
    if (chain.length === 0) {
      const start = sizes.findIndex((size, i) => size > 0 && hasNeighbour(weights, sizes, k, i, least));
      if (start === -1) break;
      chain.push(start);
    }
    const end = chain.at(-1)!;
    const next = nearest(weights, sizes, k, end, chain.at(-2));
    if (next === undefined || weights[end * k + next]! <= least) chain.pop();
    else if (next !== chain.at(-2)) chain.push(next);
    else {
      chain.length -= 2;
      merges.push({ a: Math.min(end, next), b: Math.max(end, next), mean: weights[end * k + next]! });
      unite(weights, sizes, k, Math.min(end, next), Math.max(end, next));
    }
  }
  return merges.sort((x, y) => y.mean - x.mean || x.a - y.a || x.b - y.b);
}

function hasNeighbour(weights: Float64Array, sizes: Int32Array, k: number, i: number, least: number): boolean {
  for (let j = 0; j < k; j++) if (j !== i && sizes[j]! > 0 && weights[i * k + j]! > least) return true;
  return false;
}

/** The heaviest neighbour; among equals the one we came from, then the first. */
function nearest(
  weights: Float64Array,
  sizes: Int32Array,
  k: number,
  i: number,
  before: number | undefined,
): number | undefined {
  let best = before;
  for (let j = 0; j < k; j++) {
    if (j === i || sizes[j] === 0) continue;
    if (best === undefined || weights[i * k + j]! > weights[i * k + best]!) best = j;
  }
  return best;
}

function unite(weights: Float64Array, sizes: Int32Array, k: number, a: number, b: number): void {
  const [m, n] = [sizes[a]!, sizes[b]!];
  for (let j = 0; j < k; j++) {
    if (j === a || j === b || sizes[j] === 0) continue;
    const mean = (m * weights[a * k + j]! + n * weights[b * k + j]!) / (m + n);
    weights[a * k + j] = weights[j * k + a] = mean;
  }
  sizes[a] = m + n;
  sizes[b] = 0;
}
