import { describe, expect, it } from "vitest";
import { seeded } from "../random.ts";
import { blocksOf, largestWithin, layOut, pairsIn } from "./blocks.ts";
import { chooseRules, priceRules, type Key } from "./rules.ts";

const random = seeded("blocks");
const key = (values: number): Int32Array => Int32Array.from({ length: 3000 }, () => random.whole(0, values));

describe("blocks", () => {
  it("hold exactly the records whose keys all agree, and never those that have none", () => {
    const keys = [key(30), key(40)];
    const { group } = blocksOf(keys);
    const seen = new Map<string, number>();
    for (let r = 0; r < group.length; r++) {
      const values = keys.map((list) => list[r]!);
      if (values.includes(0)) expect(group[r]).toBe(0);
      else {
        const name = values.join(" ");
        if (!seen.has(name)) seen.set(name, group[r]!);
        expect(group[r]).toBe(seen.get(name));
      }
    }
    expect(new Set(seen.values()).size).toBe(seen.size);
  });

  it("are laid out whole, those too large or alone left out", () => {
    const blocks = blocksOf([key(900)]);
    const { order, starts, group } = layOut(blocks, 5);
    for (let b = 1; b < starts.length - 1; b++) {
      const members = [...order.subarray(starts[b], starts[b + 1])];
      expect(members.length).toBeGreaterThanOrEqual(2);
      expect(members.length).toBeLessThanOrEqual(5);
      expect(members.every((r) => group[r] === b)).toBe(true);
    }
    const pairs = pairsIn(blocks, 5);
    expect(largestWithin(blocks, pairs)).toBeGreaterThanOrEqual(5);
    expect(largestWithin(blocks, pairs - 1)).toBeLessThan(5);
  });
});

describe("blocking rules", () => {
  const everybody = Int32Array.from({ length: 20_000 }, () => 1);
  const common = Int32Array.from({ length: 20_000 }, (_, r) => 1 + (r % 40));
  const rare = Int32Array.from({ length: 20_000 }, (_, r) => 1 + (r % 9000));
  const keys: Key[] = [everybody, common, rare].map((ids, comparison) => ({
    name: String(comparison),
    ids,
    comparison,
    agreement: 0.9,
  }));

  it("stay within the budget, and leave alone what everybody has", () => {
    const rules = chooseRules(priceRules(keys, 100_000), keys, 100_000);
    expect(rules.reduce((sum, { pairs }) => sum + pairs, 0)).toBeLessThanOrEqual(100_000);
    expect(rules.map(({ name }) => name)).toContain("2");
    expect(rules.map(({ name }) => name)).not.toContain("0");
  });

  it("are none where there is nothing to go by", () => {
    const nothing = [{ ...keys[0]!, ids: new Int32Array(100) }];
    expect(chooseRules(priceRules(nothing, 1000), nothing, 1000)).toEqual([]);
    expect(chooseRules(priceRules([], 1000), [], 1000)).toEqual([]);
  });
});
