import { expect, it } from "vitest";
import { visitsThisWeek } from "./visits-this-week.ts";

const now = new Date("2026-11-21T12:00:00Z");
const contact = (at: string, visit = true, cancelled = false) => ({ at, visit, cancelled });

it("counts days on which somebody came, not receipts", () => {
  const contacts = [
    contact("2026-11-21T11:00:00Z"),
    contact("2026-11-21T08:00:00Z"),
    contact("2026-11-19T08:00:00Z"),
    contact("2026-11-18T08:00:00Z", false),
    contact("2026-11-17T08:00:00Z", true, true),
    contact("2026-11-10T08:00:00Z"),
  ];
  expect(visitsThisWeek(contacts, now, "UTC")).toBe(2);
});
