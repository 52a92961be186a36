import { describe, expect, it } from "vitest";
import { canSay, type Estimate } from "./estimate.ts";
import { gammaQuantile, gammaShare } from "./gamma.ts";
import { seeded } from "./random.ts";
import { rate } from "./rate.ts";

function said(events: number, squares: number, occasions: number, per?: number): Estimate {
  const estimate = rate({ events, squares }, occasions, per);
  if (!canSay(estimate)) throw new Error("there were occasions");
  return estimate;
}

describe("how often something happens", () => {
  // Garwood's limits, summed from Poisson probabilities with forty digits.
  it.each([
    [0, 0, 3.688879],
    [1, 0.025318, 5.571643],
    [2, 0.242209, 7.224688],
    [5, 1.623486, 11.668332],
    [10, 4.795389, 18.390356],
    [100, 81.363991, 121.626794],
  ])("%i times lies between %f and %f", (events, low, high) => {
    const estimate = said(events, events, 1);
    expect(estimate.value).toBe(events);
    expect(estimate.low).toBeCloseTo(low, 4);
    expect(estimate.high).toBeCloseTo(high, 4);
  });

  it("is said per hundred, with the occasions behind it", () => {
    expect(said(7, 7, 350, 100)).toMatchObject({ value: 2, n: 350 });
  });

  it("is less sure where a few customers make all of it", () => {
    const [apart, together] = [said(40, 40, 1000), said(40, 400, 1000)];
    expect(together.value).toBe(apart.value);
    expect(together.high - together.low).toBeGreaterThan(2.5 * (apart.high - apart.low));
  });

  it("says nothing of nothing", () => {
    expect(rate({ events: 0, squares: 0 }, 0)).toEqual({ cannotSay: "nothing was counted yet" });
  });

  it("covers the true rate about as often as it says, though one customer is asked for several things", () => {
    for (const [customers, share, most] of [
      [400, 0.05, 5],
      [2000, 0.02, 3],
      [300, 0.2, 1],
    ] as const) {
      const random = seeded(`${customers} ${most}`);
      const truth = (share * (1 + most)) / 2;
      let covered = 0;
      for (let run = 0; run < 1000; run++) {
        let [events, squares] = [0, 0];
        for (let n = 0; n < customers; n++) {
          const times = random.chance(share) ? random.whole(1, most) : 0;
          events += times;
          squares += times * times;
        }
        const { low, high } = said(events, squares, customers);
        if (low <= truth && truth <= high) covered++;
      }
      expect(covered / 1000).toBeGreaterThan(0.92);
      expect(covered / 1000).toBeLessThan(0.99);
    }
  });
});

describe("the gamma distribution", () => {
  it("is the exponential one for a single event, and adds up from Poisson probabilities for several", () => {
    for (const x of [0.01, 0.5, 2, 9, 40]) {
      expect(gammaShare(x, 1)).toBeCloseTo(1 - Math.exp(-x), 12);
      let [poisson, sum] = [Math.exp(-x), 0];
      for (let n = 0; n < 7; n++) {
        sum += poisson;
        poisson *= x / (n + 1);
      }
      expect(gammaShare(x, 7)).toBeCloseTo(1 - sum, 12);
    }
  });

  it("finds back the share from the quantile, for any count", () => {
    for (const k of [0.3, 1, 4.7, 60, 3000, 250_000])
      for (const p of [0.001, 0.025, 0.5, 0.975]) expect(gammaShare(gammaQuantile(p, k), k)).toBeCloseTo(p, 9);
  });
});
