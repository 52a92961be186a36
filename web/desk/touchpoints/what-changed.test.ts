import { describe, expect, it } from "vitest";
import { differencesIn, isCorrection } from "./what-changed.ts";

const change = { at: "2026-11-21T09:05:00Z", by: "Rosa" };
const counter = { id: "x", code: "counter", name: "Counter", lens: "service", visit: false, partner: null };
const promised = { id: "y", wording: "Served soon", rule: { kind: "served", withinSeconds: 300 }, validUntil: null };

describe("what changed at a touchpoint", () => {
  it("names each trait that is another now, and no other", () => {
    const after = { ...counter, name: "Counter order", visit: true, partner: "Lindenhof" };
    expect(differencesIn({ ...change, what: "touchpoint: change", before: counter, after })).toEqual([
      { what: "Name", from: "Counter", to: "Counter order" },
      { what: "Partner", from: null, to: "Lindenhof" },
      { what: "Counts as a visit", from: "no", to: "yes" },
    ]);
  });

  it("tells how a promise is judged now, and was before", () => {
    const after = { ...promised, rule: { kind: "served", withinSeconds: 600 } };
    const entry = { ...change, what: "promise: correction", before: promised, after };
    expect(isCorrection(entry)).toBe(true);
    expect(differencesIn(entry)).toEqual([
      {
        what: "“Served soon”",
        from: "judged by the wait: at most 5 min",
        to: "judged by the wait: at most 10 min",
      },
    ]);
    expect(differencesIn({ ...entry, before: null })).toMatchObject([{ from: null }]);
    expect(differencesIn({ ...entry, before: { ...promised, validUntil: "2026-11-01T00:00:00Z" } })).toMatchObject([
      { from: null },
    ]);
  });

  it("tells that something is promised no longer", () => {
    const retired = { ...change, what: "promise retired: change", before: promised, after: null };
    expect(differencesIn(retired)).toEqual([
      { what: "“Served soon”", from: "judged by the wait: at most 5 min", to: null },
    ]);
  });

  it("is not confused by a row that it does not know", () => {
    expect(differencesIn({ ...change, what: "touchpoint: change", before: null, after: "?" })).toEqual([]);
  });
});
