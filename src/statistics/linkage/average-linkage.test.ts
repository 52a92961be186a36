import { describe, expect, it } from "vitest";
import { seeded } from "../random.ts";
import { averageLinkage } from "./average-linkage.ts";

type Table = number[][];

/** By the definition: the two clusters whose pairs weigh most on average, again and again. */
function plainly(table: Table, least: number): string {
  const clusters = table.map((_, i) => [i]);
  for (;;) {
    let [best, a, b] = [least, -1, -1];
    for (let i = 0; i < clusters.length; i++)
      for (let j = 0; j < i; j++) {
        const weights = clusters[i]!.flatMap((x) => clusters[j]!.map((y) => table[x]![y]!));
        const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
        if (mean > best) [best, a, b] = [mean, j, i];
      }
    if (a === -1) break;
    clusters[a]!.push(...clusters.splice(b, 1)[0]!);
  }
  return JSON.stringify(clusters.map((list) => list.sort((x, y) => x - y)).sort((x, y) => x[0]! - y[0]!));
}

function byChain(table: Table, least: number): string {
  const heads = table.map((_, i) => i);
  for (const { a, b } of averageLinkage(Float64Array.from(table.flat()), table.length, least))
    heads.forEach((head, i) => head === b && (heads[i] = a));
  const lists = new Map<number, number[]>();
  heads.forEach((head, i) => lists.set(head, [...(lists.get(head) ?? []), i]));
  return JSON.stringify([...lists.values()].sort((x, y) => x[0]! - y[0]!));
}

function tableOf(k: number, weight: (i: number, j: number) => number): Table {
  const table = Array.from({ length: k }, () => Array.from({ length: k }, () => 0));
  for (let i = 0; i < k; i++) for (let j = 0; j < i; j++) table[i]![j] = table[j]![i] = weight(i, j);
  return table;
}

describe("average linkage", () => {
  it("makes the clusters that its definition makes, cannot-links included", () => {
    const random = seeded("linkage");
    for (let i = 0; i < 400; i++) {
      const table = tableOf(random.whole(1, 12), () => (random.chance(0.1) ? -Infinity : 40 * random.next() - 18));
      expect(byChain(table, 0)).toBe(plainly(table, 0));
    }
  });

  it("does not chain two families over one bad link", () => {
    const family = (i: number): number => Math.floor(i / 3);
    const table = tableOf(6, (i, j) => (family(i) === family(j) ? 12 : i === 3 && j === 2 ? 9 : -8));
    expect(byChain(table, 0)).toBe("[[0,1,2],[3,4,5]]");
  });

  it("never joins two that must be apart, whatever lies between", () => {
    const table = tableOf(3, (i, j) => (i === 2 && j === 0 ? -Infinity : 20));
    expect(JSON.parse(byChain(table, 0))).toHaveLength(2);
  });
});
