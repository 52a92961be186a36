import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  factName,
  freshnessOf,
  freshUntil,
  holdsFrom,
  knownAt,
  periodOf,
  toldByIdentifier,
  type Telling,
} from "./index.ts";

const at = (text: string): number => Date.parse(text);
const hour = 3_600_000;
const day = 24 * hour;

/** As it is stored when it was stated once. */
function told(name: string, when: string, source = "till"): Telling {
  return { name, source, since: at(when), freshUntil: freshUntil(name, at(when)) };
}

const namesKnown = (tellings: Telling[], when: string): string[] => [...knownAt(tellings, at(when)).keys()].sort();

describe("what is known at a moment", () => {
  it("is what was told before it, in whatever words", () => {
    expect(namesKnown([told("birth_date", "2026-01-01")], "2026-06-01")).toEqual(["birthDate"]);
    expect(namesKnown([told("birthDate", "2026-06-01")], "2026-06-01")).toEqual([]);
  });

  it("goes stale where things change: an address after a year, allergies never", () => {
    const amara = [told("address", "2024-05-01"), told("allergies", "2019-05-01")];
    expect(namesKnown(amara, "2025-04-30")).toEqual(["address", "allergies"]);
    expect(namesKnown(amara, "2025-05-02")).toEqual(["allergies"]);
  });

  it("holds for one visit where it is told of a visit", () => {
    const booth = [told("partySize", "2026-06-01T12:30:00Z")];
    expect(namesKnown(booth, "2026-06-01T12:45:00Z")).toEqual(["partySize"]);
    expect(namesKnown(booth, "2026-06-01T19:30:00Z")).toEqual([]);
  });

  it("knows of a booked visit when it comes, and says nothing of another in between", () => {
    const [monday, friday] = [at("2026-06-01T09:00:00Z"), at("2026-06-05T19:30:00Z")];
    const from = holdsFrom("partySize", monday, friday);
    const booked = [{ name: "partySize", source: "bookings", since: from, freshUntil: freshUntil("partySize", from) }];
    expect(namesKnown(booked, "2026-06-02T19:30:00Z")).toEqual([]);
    expect(namesKnown(booked, "2026-06-05T19:35:00Z")).toEqual(["partySize"]);
    expect(namesKnown(booked, "2026-06-06T12:00:00Z")).toEqual([]);
    expect(holdsFrom("allergies", monday, friday)).toBe(monday);
  });

  it("has the whole where it has the parts, for as long as it has all of them", () => {
    const parts = [told("forename", "2026-01-01"), told("surname", "2026-02-01", "shop")];
    expect(knownAt(parts, at("2026-03-01")).get("name")).toMatchObject({ since: at("2026-02-01"), source: "shop" });
    expect(namesKnown(parts, "2026-01-15")).toEqual(["forename"]);
    const address = [told("street", "2026-01-01"), told("postcode", "2025-03-01"), told("city", "2026-01-01")];
    expect(namesKnown(address, "2026-02-01")).toContain("address");
    expect(namesKnown(address, "2026-03-02")).not.toContain("address");
  });

  it("counts an address they wrote from as an answer, and a booking code as none", () => {
    expect(toldByIdentifier(4, "", 5)).toEqual({ name: "email", source: "used with us", since: 5, freshUntil: null });
    expect(toldByIdentifier(7, "shop", 5)).toBeUndefined();
  });
});

const names = ["name", "allergies", "address", "favouriteDrink", "partySize"] as const;
const start = at("2026-01-01");
const anyTime = fc.integer({ min: 0, max: 1600 * 24 }).map((hours) => start + hours * hour);
const statement = fc.record({ name: fc.constantFrom(...names), at: anyTime });

it("is the same in whatever order it was told", () => {
  const anyTelling = fc.record({
    name: fc.constantFrom(...names, "forename", "surname"),
    source: fc.constantFrom("till", "shop"),
    since: anyTime,
    freshUntil: fc.option(anyTime),
  });
  fc.assert(
    fc.property(
      fc.array(anyTelling, { maxLength: 12 }),
      anyTime,
      fc.infiniteStream(fc.nat()),
      (tellings, when, order) => {
        const shuffled = tellings
          .map((telling) => ({ telling, rank: order.next().value as number }))
          .sort((one, other) => one.rank - other.rank)
          .map(({ telling }) => telling);
        expect(new Map([...knownAt(shuffled, when)].sort())).toEqual(new Map([...knownAt(tellings, when)].sort()));
      },
    ),
  );
});

/** What is stored of many statements: for each fact and period the first and the last. */
function stored(statements: readonly { readonly name: string; readonly at: number }[]): Telling[] {
  const rows = new Map<string, { name: string; first: number; last: number }>();
  for (const { name, at } of statements) {
    const key = `${name} ${periodOf(name, at)}`;
    const row = rows.get(key) ?? { name, first: at, last: at };
    rows.set(key, { name, first: Math.min(row.first, at), last: Math.max(row.last, at) });
  }
  return [...rows.values()].map(({ name, first, last }) => {
    return { name, source: "till", since: first, freshUntil: freshUntil(name, last) };
  });
}

it("says exactly when something was known, although only the first and the last statement of a period are kept", () => {
  fc.assert(
    fc.property(fc.array(statement, { maxLength: 30 }), anyTime, (statements, when) => {
      const exactly = statements.filter(({ name, at }) => {
        const { lastsMs } = freshnessOf(name);
        return at < when && (lastsMs === null || when < at + lastsMs);
      });
      expect([...knownAt(stored(statements), when).keys()].sort()).toEqual(
        [...new Set(exactly.map(({ name }) => name))].sort(),
      );
    }),
    { numRuns: 1000 },
  );
});

it("asks again after two years for what a business calls its own", () => {
  expect(freshnessOf("favouriteTable")).toEqual({ scope: "person", lastsMs: 730 * day });
});

it("knows one question under its many spellings", () => {
  for (const written of ["birthDate", "birth_date", "Birth date", " BIRTHDAY ", "dob"])
    expect(factName(written)).toBe("birthDate");
  expect(factName("favourite table")).toBe("favouriteTable");
  expect(factName("constructor")).toBe("constructor");
});
