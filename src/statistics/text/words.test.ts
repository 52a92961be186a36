import { describe, expect, it } from "vitest";
import { deletionHashes } from "./deletions.ts";
import { jaroWinkler } from "./jaro-winkler.ts";
import { osaDistance } from "./osa.ts";

describe("likeness of two words", () => {
  // Winkler's own examples (1990), to the three digits he printed.
  it.each([
    ["martha", "marhta", 0.961],
    ["dwayne", "duane", 0.84],
    ["dixon", "dicksonx", 0.813],
    ["jones", "johnson", 0.832],
    ["abroms", "abrams", 0.922],
    ["", "", 1],
    ["", "anna", 0],
    ["anna", "otto", 0],
  ])("%s and %s: %f", (a, b, likeness) => {
    expect(jaroWinkler(a, b)).toBeCloseTo(likeness, 3);
    expect(jaroWinkler(b, a)).toBe(jaroWinkler(a, b));
  });
});

describe("what is left after deletions", () => {
  it("is at most 29 strings a word", () => expect(deletionHashes("abcdefghij", 2)).toHaveLength(29));

  it("is shared by any two words within as many slips", () => {
    let seed = 7;
    const next = (below: number): number => ((seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) >>> 8) % below;
    const word = (): string => Array.from({ length: 1 + next(10) }, () => "abcd"[next(4)]!).join("");
    for (let i = 0; i < 20_000; i++) {
      const [a, b] = [word(), word()];
      const slips = osaDistance(a, b);
      if (slips > 2) continue;
      const left = new Set(deletionHashes(a, slips as 0 | 1 | 2));
      expect(
        deletionHashes(b, slips as 0 | 1 | 2).some((hash) => left.has(hash)),
        `${a} ${b}`,
      ).toBe(true);
    }
  });
});
