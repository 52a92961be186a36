import { expect, it } from "vitest";
import { endOfDay, startOfDay } from "./day.ts";

it("begins a day at midnight of the place, on either side of a clock change", () => {
  expect(startOfDay("2026-11-21", "UTC")).toBe("2026-11-21T00:00:00.000Z");
  expect(startOfDay("2026-03-29", "Europe/Lisbon")).toBe("2026-03-29T00:00:00.000Z");
  expect(endOfDay("2026-03-29", "Europe/Lisbon")).toBe("2026-03-29T23:00:00.000Z");
  expect(startOfDay("2026-11-01", "America/New_York")).toBe("2026-11-01T04:00:00.000Z");
  expect(endOfDay("2026-11-01", "America/New_York")).toBe("2026-11-02T05:00:00.000Z");
});
