import { describe, expect, it } from "vitest";
import { canSay } from "./estimate.ts";
import { proportion } from "./proportion.ts";

describe("how large a share is", () => {
  // Wilson's interval as R's prop.test gives it without continuity correction.
  it.each([
    [0, 10, 0, 0.2775328],
    [1, 10, 0.0178762, 0.40415],
    [15, 148, 0.0623864, 0.1604872],
    [81, 263, 0.2552885, 0.3662096],
    [10, 10, 0.7224672, 1],
  ])("%i of %i lies between %f and %f", (hits, trials, low, high) => {
    const share = proportion(hits, trials);
    expect(canSay(share)).toBe(true);
    if (!canSay(share)) return;
    expect(share).toMatchObject({ value: hits / trials, n: trials });
    expect(share.low).toBeCloseTo(low, 6);
    expect(share.high).toBeCloseTo(high, 6);
  });

  it("says nothing of nothing", () => {
    expect(proportion(0, 0)).toEqual({ cannotSay: "nothing was counted yet" });
  });

  it("never leaves 0..1 and always holds the share itself", () => {
    for (let trials = 1; trials <= 60; trials++) {
      for (let hits = 0; hits <= trials; hits++) {
        const share = proportion(hits, trials);
        if (!canSay(share)) throw new Error("a share of something can be said");
        expect(share.low).toBeGreaterThanOrEqual(0);
        expect(share.high).toBeLessThanOrEqual(1);
        expect(share.low - 1e-12).toBeLessThanOrEqual(share.value);
        expect(share.high + 1e-12).toBeGreaterThanOrEqual(share.value);
      }
    }
  });

  it("covers the true share about as often as it says", () => {
    for (const [n, truth] of [
      [20, 0.1],
      [50, 0.5],
      [200, 0.03],
    ] as const) {
      expect(coverage(n, truth)).toBeGreaterThan(0.92);
      expect(coverage(n, truth)).toBeLessThan(0.985);
    }
  });
});

/** Exact: the binomial probability of every outcome whose interval holds the truth. */
function coverage(n: number, truth: number): number {
  let covered = 0;
  let probability = (1 - truth) ** n;
  for (let hits = 0; hits <= n; hits++) {
    const share = proportion(hits, n);
    if (canSay(share) && share.low <= truth && truth <= share.high) covered += probability;
    probability *= ((n - hits) / (hits + 1)) * (truth / (1 - truth));
  }
  return covered;
}
