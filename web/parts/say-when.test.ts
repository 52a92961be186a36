import { describe, expect, it } from "vitest";
import { saySince, sayNearDay, sayWhen } from "./say-when.ts";

const now = new Date("2026-11-21T12:00:00Z");

describe("saying when", () => {
  it.each([
    ["2026-11-21T11:59:30Z", "just now"],
    ["2026-11-21T11:48:00Z", "12 min ago"],
    ["2026-11-21T08:05:00Z", "today 08:05"],
    ["2026-11-20T19:30:00Z", "yesterday 19:30"],
    ["2026-11-17T09:00:00Z", "Tuesday 09:00"],
    ["2026-11-14T09:00:00Z", "14 November"],
    ["2019-03-03T09:00:00Z", "3 March 2019"],
    ["2026-11-21T19:30:00Z", "today 19:30"],
    ["2026-11-22T19:30:00Z", "tomorrow 19:30"],
  ])("%s is %s", (at, words) => {
    expect(sayWhen(at, now, "UTC")).toBe(words);
  });

  it("counts days by the clock of the place", () => {
    expect(sayWhen("2026-11-21T02:00:00Z", now, "America/New_York")).toBe("yesterday 21:00");
    expect(sayNearDay("2026-11-20T20:00:00Z", now, "Asia/Tokyo")).toBe("today");
  });

  it("is with us since a year, or since a month of this one", () => {
    expect(saySince("2019-03-03T09:00:00Z", now, "UTC")).toBe("2019");
    expect(saySince("2026-02-03T09:00:00Z", now, "UTC")).toBe("February");
    expect(saySince("2026-11-21T09:00:00Z", now, "UTC")).toBe("today");
  });
});
