import { averageLinkage } from "./average-linkage.ts";

/** Which records must not become one person: two that have different values, both known, in one of these columns. */
export type Apart = readonly Int32Array[];

export type Clustering = {
  /** For every record the first record of its cluster. */
  readonly clusters: Int32Array;
  /** How many bits a record weighs, on average, with the others of its cluster; NaN for one alone. */
  readonly weights: Float32Array;
};

export type Judge = {
  /** The weight of any two records, in bits, however hopeless. */
  readonly weigh: (a: number, b: number) => number;
  readonly apart: Apart;
  /** One pair says no more than this many bits for or against. */
  readonly most: number;
  /** Clusters are put together while their pairs weigh more than this on average. */
  readonly tau: number;
};

export function cluster(count: number, components: readonly Int32Array[], judge: Judge): Clustering {
  const clusters = Int32Array.from({ length: count }, (_, record) => record);
  const weights = new Float32Array(count).fill(NaN);
  for (const members of components) divide(members, judge, clusters, weights);
  return { clusters, weights };
}

function divide(members: Int32Array, judge: Judge, clusters: Int32Array, weights: Float32Array): void {
  const k = members.length;
  const table = weighAll(members, judge);
  const merges = averageLinkage(table.slice(), k, judge.tau);
  const heads = Int32Array.from({ length: k }, (_, i) => i);
  for (const { a, b } of merges) for (let i = 0; i < k; i++) if (heads[i] === b) heads[i] = a;
  for (let i = 0; i < k; i++) {
    clusters[members[i]!] = members[heads[i]!]!;
    let [sum, others] = [0, 0];
    for (let j = 0; j < k; j++)
      if (j !== i && heads[j] === heads[i]) [sum, others] = [sum + table[i * k + j]!, others + 1];
    if (others > 0) weights[members[i]!] = sum / others;
  }
}

function weighAll(members: Int32Array, { weigh, apart, most }: Judge): Float64Array {
  const k = members.length;
  const table = new Float64Array(k * k);
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < i; j++) {
      const [a, b] = [members[i]!, members[j]!];
      const clipped = Math.max(-most, Math.min(most, weigh(a, b)));
      table[i * k + j] = table[j * k + i] = mustBeApart(a, b, apart) ? -Infinity : clipped;
    }
  }
  return table;
}

function mustBeApart(a: number, b: number, apart: Apart): boolean {
  return apart.some((values) => values[a] !== 0 && values[b] !== 0 && values[a] !== values[b]);
}
