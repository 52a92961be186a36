import { describe, expect, it } from "vitest";
import { inWords, progressLine } from "./progress-line.ts";

describe("telling how far an import is", () => {
  it("says speed and what is left when they are known", () => {
    expect(inWords({ phase: "filing", rows: 250_000, of: 541_909, share: 0.4613 }, 2.5, 240_000)).toBe(
      "filing 250,000 of 541,909 rows (46 %), 96,000 rows/s, 3 s left",
    );
    expect(inWords({ phase: "reading", rows: 9_000_000, of: undefined, share: 0.25 }, 100, 9_000_000)).toBe(
      "reading 9,000,000 rows (25 %), 90,000 rows/s, 5 min left",
    );
    expect(inWords({ phase: "reading", rows: 10, of: undefined, share: undefined }, 0.1, 10)).toBe("reading 10 rows");
  });

  it("writes one line over and over on a terminal, and seldom a line of its own elsewhere", () => {
    const written = (isTTY: boolean): string[] => {
      const texts: string[] = [];
      let time = 0;
      const output = { isTTY, write: (text: string) => texts.push(text) > 0 } as unknown as NodeJS.WriteStream;
      const line = progressLine(output, () => time);
      for (let n = 1; n <= 120; n++) {
        time = n * 100;
        line.tell({ phase: "filing", rows: n, of: 120, share: n / 120 });
      }
      line.end();
      return texts;
    };
    expect(written(true)).toHaveLength(61);
    expect(written(true).every((text) => text.includes("\r") && !text.includes("\n"))).toBe(true);
    expect(written(false)).toEqual([
      expect.stringMatching(/^filing 100 of 120 rows \(83 %\), 10 rows\/s, 2 s left\n$/),
    ]);
  });
});
