import { Readable } from "node:stream";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { namedId } from "../../foundation/ids.ts";
import { readCopied } from "./copied-rows.ts";
import { IntBuffer } from "./growing.ts";
import { IntLists } from "./int-lists.ts";
import { People } from "./people.ts";
import { readUuid, writeUuid } from "./uuid.ts";
import { Values } from "./values.ts";

const read = (fill: (into: IntBuffer) => void): number[] => {
  const into = new IntBuffer();
  fill(into);
  return [...into.values.subarray(0, into.length)].sort((a, b) => a - b);
};

const areEqual = (a: readonly number[], b: readonly number[]): boolean => a.join() === b.join();

describe("what the index is made of", () => {
  it("keeps lists of numbers as a map would, before and after they are sorted in", () => {
    const pairs = fc.array(fc.tuple(fc.nat(20), fc.nat(1000)), { maxLength: 200 });
    const check = fc.property(pairs, pairs, fc.boolean(), (first, later, settlesTwice) => {
      const lists = new IntLists();
      for (const [key, value] of first) lists.add(key, value);
      lists.settle();
      for (const [key, value] of later) lists.add(key, value);
      if (settlesTwice) lists.settle();
      return [...Array(22).keys()].every((key) => {
        const values = [...first, ...later].filter((pair) => pair[0] === key).map((pair) => pair[1]);
        return areEqual(
          read((into) => lists.read(key, into)),
          values.sort((a, b) => a - b),
        );
      });
    });
    expect(fc.check(check).counterexample).toBeNull();
  });

  it("finds values by their beginning as looking at each would, whenever they came and went", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", "C", "ü", "1"), maxLength: 12 });
    const check = fc.property(
      fc.array(text),
      fc.array(text),
      fc.array(fc.nat(80)),
      text,
      (first, later, gone, asked) => {
        const values = new Values();
        const all = [...first, ...later];
        first.forEach((text, row) => values.add(row, text));
        values.settle();
        later.forEach((text, row) => values.add(first.length + row, text));
        const missing = new Set(gone.filter((value) => value < all.length));
        for (const value of missing) values.remove(value);
        const isThere = (text: string, row: number): boolean =>
          !missing.has(row) && text.toLowerCase().startsWith(asked.toLowerCase());
        const expected = [...all.keys()].filter((row) => isThere(all[row]!, row));
        return areEqual(
          read((into) => values.readBeginningWith(asked, 1000, into)),
          expected,
        );
      },
    );
    expect(fc.check(check, { numRuns: 200 }).counterexample).toBeNull();
  });

  it("keeps them in order through many that come later, and many that go", () => {
    const values = new Values();
    for (let n = 0; n < 12_000; n++) {
      values.add(n, `v${(n * 7919) % 12_000}`);
      if (n === 1000) values.settle();
    }
    for (let n = 0; n < 12_000; n += 3) values.remove(n);
    const expected = [...Array(12_000).keys()].filter(
      (n) => n % 3 !== 0 && `v${(n * 7919) % 12_000}`.startsWith("v11"),
    );
    expect(read((into) => values.readBeginningWith("v11", 100_000, into))).toEqual(expected);
  });

  it("files people under customers as a map would", () => {
    const check = fc.property(fc.array(fc.tuple(fc.nat(30), fc.nat(30)), { maxLength: 300 }), (moves) => {
      const people = new People();
      const ids = [...Array(31).keys()].map((n) => namedId("person", String(n)));
      const rows = ids.map((id) => people.add(readUuid(id, new Uint32Array(4))));
      const expected = new Map<number, number>();
      for (const [row, customer] of moves) {
        if (row % 7 === 6) people.leave(rows[row]!);
        else people.join(rows[row]!, rows[customer]!);
        if (row % 7 === 6) expected.delete(row);
        else expected.set(row, customer);
      }
      expect(rows.map((row) => people.idOf(row))).toEqual(ids);
      expect(people.customers).toBe(new Set(expected.values()).size);
      for (const customer of rows.keys()) {
        const members = [...expected].filter(([, other]) => other === customer).map(([row]) => row);
        expect(people.membersOf(rows[customer]!).sort((a, b) => a - b)).toEqual(members.sort((a, b) => a - b));
      }
    });
    expect(fc.check(check).counterexample).toBeNull();
  });

  it("reads copied rows however they are cut up", async () => {
    const id = namedId("anna");
    const rows = Buffer.from(`${id}\t7\tAnna \\\\ We\\tber\\n ü🌸\n${id}\t8\t\n`);
    for (let size = 1; size < 60; size++) {
      const chunks = Array.from({ length: Math.ceil(rows.length / size) }, (_, n) =>
        rows.subarray(n * size, (n + 1) * size),
      );
      const seen: unknown[] = [];
      await readCopied(Readable.from(chunks), (row) => {
        seen.push([writeUuid(row.uuid(0, new Uint32Array(4))), row.number(1), row.text(2)]);
      });
      expect(seen).toEqual([
        [id, 7, "Anna \\ We\tber\n ü🌸"],
        [id, 8, ""],
      ]);
    }
  });
});
