import { describe, expect, it } from "vitest";
import { seeded } from "../random.ts";
import { expectationMaximisation, posteriors } from "./expectation-maximisation.ts";
import { PatternCounter } from "./patterns.ts";

// Five comparisons of three levels (equal, alike, different), and how they agree among pairs of one person and of two.
const m = [
  [0.7, 0.2, 0.1],
  [0.85, 0.1, 0.05],
  [0.6, 0.1, 0.3],
  [0.9, 0.05, 0.05],
  [0.5, 0.3, 0.2],
].map(chances);
const u = [
  [0.01, 0.04, 0.95],
  [0.002, 0.018, 0.98],
  [0.05, 0.05, 0.9],
  [0.1, 0.1, 0.8],
  [0.001, 0.009, 0.99],
].map(chances);
const prior = 0.2;

function chances(list: readonly number[]): Float64Array {
  return Float64Array.from([0, ...list]);
}

function simulated(pairs: number, seed: string, missing = 0.1) {
  const random = seeded(seed);
  const counter = new PatternCounter(m.length);
  const truth = new Map<string, [one: number, all: number]>();
  for (let i = 0; i < pairs; i++) {
    const isOne = random.chance(prior);
    const levels = Uint8Array.from(m, (_, c) =>
      random.chance(missing) ? 0 : random.weighted([1, 2, 3].map((l) => [l, (isOne ? m : u)[c]![l]!] as const)),
    );
    counter.add(levels);
    const seen = truth.get(levels.join("")) ?? [0, 0];
    truth.set(levels.join(""), [seen[0] + Number(isOne), seen[1] + 1]);
  }
  return { patterns: counter.patterns(), truth };
}

const start = { m: m.map(() => chances([0.8, 0.1, 0.1])), u, prior: 0.5 };

describe("expectation maximisation", () => {
  it("gives back the m and the share of matches that the vectors were made with", () => {
    const { patterns } = simulated(200_000, "recovery");
    const learned = expectationMaximisation(patterns, start, { learnPrior: true, tolerance: 1e-7 });
    expect(learned.prior).toBeCloseTo(prior, 2);
    for (const [c, found] of learned.m.entries())
      for (const [l, chance] of found.entries()) expect(Math.abs(chance - m[c]![l]!)).toBeLessThan(0.01);
  });

  it("means what it says: of pairs at 80 % about 80 of 100 are one person", () => {
    const { patterns, truth } = simulated(200_000, "calibration");
    const learned = expectationMaximisation(patterns, start, { learnPrior: true });
    const { one } = posteriors(patterns, { ...learned, u });
    let error = 0;
    const bins = Array.from({ length: 10 }, () => ({ said: 0, came: 0 }));
    for (let p = 0; p < one.length; p++) {
      const [came, all] = truth.get(patterns.levels.subarray(p * m.length, (p + 1) * m.length).join(""))!;
      const bin = bins[Math.min(9, Math.floor(one[p]! * 10))]!;
      bin.said += all * one[p]!;
      bin.came += came;
    }
    for (const { said, came } of bins) error += Math.abs(said - came) / 200_000;
    expect(error).toBeLessThan(0.02);
  });

  it("never makes the vectors less likely by a round", () => {
    const { patterns } = simulated(5_000, "likelihood");
    const likelihood = (rounds: number): number => {
      const learned = expectationMaximisation(patterns, start, { learnPrior: true, tolerance: 0, roundsMax: rounds });
      let sum = 0;
      for (let p = 0; p < patterns.counts.length; p++) {
        let [one, two] = [learned.prior, 1 - learned.prior];
        for (let c = 0; c < m.length; c++) {
          const l = patterns.levels[p * m.length + c]!;
          if (l > 0) [one, two] = [one * learned.m[c]![l]!, two * u[c]![l]!];
        }
        sum += patterns.counts[p]! * Math.log(one + two);
      }
      return sum;
    };
    const rounds = Array.from({ length: 12 }, (_, i) => likelihood(i + 1));
    for (let i = 1; i < rounds.length; i++) expect(rounds[i]!).toBeGreaterThanOrEqual(rounds[i - 1]! - 1e-6);
  });

  it("leaves alone what the block fixes", () => {
    const { patterns } = simulated(5_000, "left out");
    const learned = expectationMaximisation(patterns, start, { leftOut: new Set([1]) });
    expect(learned.m[1]).toEqual(start.m[1]);
    expect(learned.m[0]).not.toEqual(start.m[0]);
  });

  // Levels of febrl4 as Splink's documentation publishes them (June 2024): m, u and the bits they are worth.
  it("weighs levels as Splink does", () => {
    const published = [
      [0.4827721167236475, 0.00011206266072144762, 12.072820985776328],
      [0.9411007788154269, 0.00021983390327308256, 12.063719609398008],
      [0.05242154389195246, 0.22465643947436714, -2.0994886664588863],
      [0.00837613956310528, 0.8745352348597447, -6.7060872203728445],
    ] as const;
    const bitsOfPrior = -12.030960824733759;
    const odds = 2 ** bitsOfPrior;
    const all = { m: published.map(([of]) => chances([of])), u: published.map(([, of]) => chances([of])) };
    const pattern = { width: 4, levels: Uint8Array.of(1, 1, 1, 1), counts: Float64Array.of(1) };
    const [one] = posteriors(pattern, { ...all, prior: odds / (1 + odds) }).one;
    const bits = published.reduce((sum, [, , weight]) => sum + weight, bitsOfPrior);
    expect(Math.log2(one! / (1 - one!))).toBeCloseTo(bits, 9);
  });
});
