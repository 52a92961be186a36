import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvLine, CsvParser, type CsvRow } from "../csv/index.ts";
import { Partitions, type PartitionLimits } from "./partitions.ts";

const dialect = { delimiter: ",", newline: "\n" } as const;

function rowsOf(lines: readonly (readonly string[])[]): CsvRow[] {
  return new CsvParser(dialect).push(lines.map((fields) => `${csvLine(fields)}\n`).join(""));
}

async function grouped(
  rows: readonly CsvRow[],
  expected: number,
  limits: PartitionLimits,
  most = Infinity,
): Promise<[Map<string, CsvRow[]>, CsvRow[]]> {
  const parts = new Partitions(dialect, expected, (row) => row.fields[0]!, limits);
  const all = new Map<string, CsvRow[]>();
  const beyond: CsvRow[] = [];
  for (let at = 0; at < rows.length; at += 50) await parts.add(rows.slice(at, at + 50));
  for await (const groups of parts.groups(most, (row) => beyond.push(row)))
    for (const [key, group] of groups) {
      expect(all.has(key)).toBe(false);
      all.set(key, [...group]);
    }
  await parts.close();
  return [all, beyond];
}

const tiny: PartitionLimits = { inMemory: 400, atOnce: 60 };

describe("putting rows of one message together", () => {
  it("finds them wherever they stand, in the order of the file, in memory and from disk", async () => {
    const cell = fc.string({ unit: fc.constantFrom("a", '"', ",", "\n", "é", "𝒳", "€"), maxLength: 30 });
    const lines = fc.array(fc.tuple(fc.constantFrom("A", "B", "C", "D", "E1", "E2", "E3"), cell), {
      minLength: 1,
      maxLength: 300,
    });
    await fc.assert(
      fc.asyncProperty(
        lines,
        fc.constantFrom(1, 500, 5_000),
        fc.constantFrom(tiny, undefined),
        async (lines, expected, limits) => {
          const rows = rowsOf(lines);
          const [groups] = await grouped(rows, expected, limits ?? { inMemory: 1e9, atOnce: 1e9 });
          for (const key of new Set(rows.map((row) => row.fields[0]!)))
            expect(groups.get(key)).toEqual(rows.filter((row) => row.fields[0] === key));
          expect([...groups.values()].flat()).toHaveLength(rows.length);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("keeps no more of one key than it is told, however often it comes", async () => {
    const rows = rowsOf(Array.from({ length: 3_000 }, (_, n) => [n % 10 === 0 ? `key ${n}` : "the same", String(n)]));
    const [groups, beyond] = await grouped(rows, 1_000, tiny, 20);
    expect(groups.get("the same")).toHaveLength(21);
    expect(beyond).toHaveLength(2_700 - 21);
    expect(groups.size).toBe(301);
  });
});
