import { describe, expect, it } from "vitest";
import { jaroWinkler as plainJaroWinkler, plainOsaDistance } from "../text/index.ts";
import { seeded } from "../random.ts";
import { jaroWinkler, mayBeAlike, slipsBetween } from "./likeness.ts";
import { columnOf } from "./vocabulary.ts";

const random = seeded("likeness");
const word = (): string =>
  Array.from({ length: random.whole(1, random.chance(0.05) ? 40 : 9) }, () => random.pick([..."abcdeéж19 "])).join("");
const words = ["", ...Array.from({ length: 700 }, word)];
const { vocabulary } = columnOf(Int32Array.from(words.keys()), words);
const pairs = Array.from({ length: 60_000 }, () => [random.whole(1, 700), random.whole(1, 700)] as const);

describe("the likeness of words in shared memory", () => {
  it("is Jaro and Winkler's wherever it matters", () => {
    for (const [x, y] of pairs) {
      const plain = plainJaroWinkler(words[x]!, words[y]!);
      const ours = jaroWinkler(vocabulary, x, y, 0.8);
      if (plain >= 0.8) expect([words[x], words[y], ours]).toEqual([words[x], words[y], expect.closeTo(plain, 12)]);
      else expect(ours).toBeLessThan(0.8);
    }
  });

  it("counts up to two slips as the plain table does", () => {
    for (const [x, y] of pairs) {
      const plain = plainOsaDistance(words[x]!, words[y]!);
      const ours = slipsBetween(vocabulary, x, y, 2);
      expect([words[x], words[y], Math.min(ours, 3)]).toEqual([words[x], words[y], Math.min(plain, 3)]);
    }
  });

  it("rules out by one look only what is unlike", () => {
    for (const [x, y] of pairs) {
      if (mayBeAlike(vocabulary.looks, x, y)) continue;
      expect(plainJaroWinkler(words[x]!, words[y]!)).toBeLessThan(0.8);
    }
  });
});
