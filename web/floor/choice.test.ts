import { describe, expect, it } from "vitest";
import { choicesOfArrivals, choicesOfMatches, onlyAnswer, sureness } from "./choice.ts";

const match = (customer: string, score: number) => ({ customer, name: customer, knownBy: null, score, reasons: [] });
const arrival = (customer: string, at: string, expected: boolean) => ({
  customer,
  name: customer,
  knownBy: null,
  at,
  expected,
  firstVisit: false,
  hint: "",
});

describe("who it might be", () => {
  it("is three people at most, and always someone new", () => {
    const choices = choicesOfMatches(["Amara", "Bernd", "Cleo", "Dora"].map((name) => match(name, 0.8)));
    expect(choices.map(({ customer }) => customer)).toEqual(["Amara", "Bernd", "Cleo", null]);
  });

  it("leaves out who is a thousand times less likely", () => {
    const choices = choicesOfMatches([match("Amara", 0.4), match("Emre", 0.0001)]);
    expect(choices.map(({ customer }) => customer)).toEqual(["Amara", null]);
  });

  it("opens by itself only when one answer is beyond doubt", () => {
    expect(onlyAnswer([match("Amara", 1), match("Bernd", 0.3)])?.customer).toBe("Amara");
    expect(onlyAnswer([match("Amara", 1), match("Bernd", 0.9)])).toBeNull();
    expect(onlyAnswer([match("Amara", 0.7)])).toBeNull();
    expect(onlyAnswer([])).toBeNull();
  });

  it("says how sure it is in a word", () => {
    expect([0.95, 0.7, 0.2].map(sureness)).toEqual(["surely", "probably", "perhaps"]);
  });
});

it("shows who is here, the latest first, then who is expected, the next first", () => {
  const arrivals = [
    arrival("Cleo", "2026-11-21T19:30:00Z", true),
    arrival("Amara", "2026-11-21T11:50:00Z", false),
    arrival("Dora", "2026-11-21T13:00:00Z", true),
    arrival("Bernd", "2026-11-21T11:58:00Z", false),
  ];
  expect(choicesOfArrivals(arrivals).map(({ customer }) => customer)).toEqual(["Bernd", "Amara", "Dora", "Cleo"]);
});
