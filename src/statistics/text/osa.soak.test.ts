import { describe, expect, it } from "vitest";
import { rounds } from "../../../test/soak.ts";
import { osaDistance, plainOsaDistance } from "./osa.ts";

// Few letters, so that swaps and repeats are common.
const pairs = rounds(30_000, 300_000);

describe("slips between two words", () => {
  it.each([
    ["", "", 0],
    ["", "abc", 3],
    ["weber", "weber", 0],
    ["weber", "webre", 1],
    ["weber", "wber", 1],
    ["ca", "abc", 3],
    ["kitten", "sitting", 3],
  ])("%j and %j: %i", (a, b, slips) => expect(osaDistance(a, b)).toBe(slips));

  it(`agree with the plain table on ${pairs} random pairs`, () => {
    let seed = 20261121;
    const next = (below: number): number => ((seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) % 65536) % below;
    const word = (longest: number, letters: string): string =>
      Array.from({ length: next(longest + 1) }, () => letters[next(letters.length)]!).join("");
    for (let i = 0; i < pairs; i++) {
      const [longest, letters] = i % 10 === 0 ? [36, "abcdef"] : [9, "abc山ж"];
      const [a, b] = [word(longest, letters), word(longest, letters)];
      if (osaDistance(a, b) !== plainOsaDistance(a, b))
        expect([a, b, osaDistance(a, b)]).toEqual([a, b, plainOsaDistance(a, b)]);
    }
  });
});
