import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { currentFacts, nameFrom, type ToldFact } from "./current-facts.ts";

const at = (text: string): number => Date.parse(text);

function told(value: string, source: string, since: string, observed = since): ToldFact {
  const [first, last] = [at(since), at(observed)];
  return {
    id: `${value} ${since}`,
    name: "address",
    value,
    source,
    scope: "person",
    since: first,
    observedAt: last,
    freshUntil: null,
  };
}

const desk = (source: string): number => (source === "desk" ? 0 : 1);

describe("the value we go by", () => {
  it("is from the source that is believed first, however old, and otherwise the one stated last", () => {
    const old = told("Harbour Street 4", "desk", "2020-01-01");
    const newer = told("Mill Lane 9", "till", "2024-01-01");
    const newest = told("Mill Lane 12", "shop", "2025-01-01");
    expect(currentFacts([newest, old, newer], desk).get("address")).toBe(old);
    expect(currentFacts([newest, newer], desk).get("address")).toBe(newest);
  });

  it("has been known since it was first said, in whatever period", () => {
    const [first, again] = [
      told("Mill Lane 9", "till", "2022-01-01"),
      told("Mill Lane 9", "till", "2026-01-01", "2026-03-01"),
    ];
    expect(currentFacts([again, first], desk).get("address")).toEqual({ ...again, since: first.since });
  });

  it("is the same in whatever order it was said", () => {
    const anyFact = fc.record({
      id: fc.constantFrom("a", "b", "c", "d", "e", "f"),
      name: fc.constantFrom("name", "address"),
      value: fc.constantFrom("Anna", "Ben"),
      source: fc.constantFrom("desk", "till", "shop"),
      scope: fc.constant("person"),
      since: fc.integer({ min: 0, max: 4 }),
      observedAt: fc.integer({ min: 4, max: 8 }),
      freshUntil: fc.constant(null),
    });
    // A row's id is the hash of what it says: two rows of one id are one.
    const rows = fc.uniqueArray(anyFact, { selector: ({ id }) => id, maxLength: 6 });
    fc.assert(
      fc.property(
        rows.chain((facts) => fc.tuple(fc.constant(facts), fc.shuffledSubarray(facts, { minLength: facts.length }))),
        ([facts, shuffled]) => {
          const [one, other] = [currentFacts(facts, desk), currentFacts(shuffled, desk)];
          expect(Object.fromEntries(other)).toEqual(Object.fromEntries(one));
          expect(nameFrom(other)).toBe(nameFrom(one));
        },
      ),
    );
  });
});
