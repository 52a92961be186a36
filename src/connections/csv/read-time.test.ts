import { Temporal } from "temporal-polyfill";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { localTimeIn } from "./local-time.ts";
import { timeReader } from "./read-time.ts";

const read = (text: string, zone = "UTC", format?: string): string | undefined => {
  const time = timeReader({ zone, format })(text);
  return time === undefined ? undefined : new Date(time).toISOString();
};

describe("reading times", () => {
  it.each([
    ["2026-11-21T08:26:00Z", "2026-11-21T08:26:00.000Z"],
    ["2026-11-21T08:26:00.1234567+02:00", "2026-11-21T06:26:00.123Z"],
    ["2026-11-21 08:26:00 -0530", "2026-11-21T13:56:00.000Z"],
    ["2026-11-21 08:26", "2026-11-21T08:26:00.000Z"],
    ["2026-11-21 08:26:07", "2026-11-21T08:26:07.000Z"],
    ["2026-11-21", "2026-11-21T00:00:00.000Z"],
    ["20261121", "2026-11-21T00:00:00.000Z"],
    ["20261121T0826Z", "2026-11-21T08:26:00.000Z"],
    ["2026-11-21T24:00", "2026-11-22T00:00:00.000Z"],
    ["2024-02-29", "2024-02-29T00:00:00.000Z"],
  ])("reads %s", (text, expected) => expect(read(text)).toBe(expected));

  it.each(["2026-02-30", "2025-02-29", "2026-13-01", "2026-11-21 25:00", "2026-11-21 10:60", "0000-01-01", "20261301"])(
    "knows that %s is on no calendar",
    (text) => expect(read(text)).toBeUndefined(),
  );

  it.each(["01/12/2010 08:26", "1.12.2010", "12-01-2010", "yesterday", "1669018800", "", "2026-11-21T08:26:00+19:00"])(
    "does not guess what %j may mean",
    (text) => expect(read(text)).toBeUndefined(),
  );

  it.each([
    ["01/12/2010 08:26", "DD/MM/YYYY hh:mm", "2010-12-01T08:26:00.000Z"],
    ["1/2/10 8:05 PM", "M/D/YY h:mm A", "2010-01-02T20:05:00.000Z"],
    ["12:30 a.m. 1 Mar 2024", "h:mm A D MMM YYYY", "2024-03-01T00:30:00.000Z"],
    ["01.12.2010", "dd.MM.yyyy", "2010-12-01T00:00:00.000Z"],
    ["01/Dec/2010:08:26:01 +0100", "%d/%b/%Y:%T %z", "2010-12-01T07:26:01.000Z"],
    ["1291192000", "unix", "2010-12-01T08:26:40.000Z"],
    ["1291192000123", "unix ms", "2010-12-01T08:26:40.123Z"],
  ])("reads %s as %s", (text, format, expected) => expect(read(text, "UTC", format)).toBe(expected));

  it("takes a declared format alone, and explains one that is none", () => {
    expect(read("2010-12-01", "UTC", "DD/MM/YYYY")).toBeUndefined();
    expect(() => read("x", "UTC", "hh:mm")).toThrow(/needs a year, a month and a day/);
    expect(() => read("x", "UTC", "DD.DD.YYYY")).toThrow(/states the day twice/);
  });
});

describe("local times", () => {
  it("reads a time that the clocks left out as an hour later, and the first of a time that came twice", () => {
    expect(read("2026-03-29 02:30", "Europe/Berlin")).toBe("2026-03-29T01:30:00.000Z");
    expect(read("2026-10-25 02:30", "Europe/Berlin")).toBe("2026-10-25T00:30:00.000Z");
    expect(read("2026-10-25 02:30+01:00", "Europe/Berlin")).toBe("2026-10-25T01:30:00.000Z");
  });

  it("agrees with the calendar at any time in any zone", () => {
    const zones = [
      "America/New_York",
      "Europe/London",
      "Australia/Lord_Howe",
      "Asia/Kathmandu",
      "Pacific/Apia",
      "America/Sao_Paulo",
    ];
    const time = fc.integer({ min: Date.UTC(1950, 0, 1), max: Date.UTC(2037, 0, 1) });
    fc.assert(
      fc.property(fc.constantFrom(...zones), time, (zone, asIfUtc) => {
        const plain = Temporal.Instant.fromEpochMilliseconds(asIfUtc).toZonedDateTimeISO("UTC").toPlainDateTime();
        expect(localTimeIn(zone)(asIfUtc)).toBe(plain.toZonedDateTime(zone).epochMilliseconds);
      }),
      { numRuns: 1_000 },
    );
  });
});
