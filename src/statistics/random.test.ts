import { expect, it } from "vitest";
import { seeded } from "./random.ts";

it("gives the same stream for the same seed, and another for another", () => {
  const draw = (seed: string) => Array.from({ length: 5 }, seeded(seed).next);
  expect(draw("town")).toEqual(draw("town"));
  expect(draw("town")).not.toEqual(draw("city"));
});

it("draws evenly, normally and by weight", () => {
  const random = seeded("moments");
  const n = 40_000;
  const mean = (draw: () => number): number => Array.from({ length: n }, draw).reduce((sum, x) => sum + x, 0) / n;
  expect(mean(random.next)).toBeCloseTo(0.5, 1);
  expect(mean(random.normal)).toBeCloseTo(0, 1);
  expect(mean(() => random.normal() ** 2)).toBeCloseTo(1, 1);
  expect(mean(random.exponential)).toBeCloseTo(1, 1);
  expect(
    mean(() =>
      random.weighted([
        [1, 3],
        [0, 1],
      ]),
    ),
  ).toBeCloseTo(0.75, 1);
});

it("forks without moving the stream it forks from", () => {
  const [one, other] = [seeded("x"), seeded("x")];
  one.fork("child").next();
  expect(one.next()).toBe(other.next());
});
