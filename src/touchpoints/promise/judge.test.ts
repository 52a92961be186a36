import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { dayAt } from "./day.ts";
import { inWords } from "./in-words.ts";
import { judge } from "./judge.ts";
import type { JudgedTouch, PromiseRule } from "./rule.ts";

const byDay: PromiseRule = { kind: "delivered", by: "day" };
const byTimestamp: PromiseRule = { kind: "delivered", by: "timestamp" };
const christmas = new Date("2026-12-25T12:00:00Z");

function order(what: Partial<JudgedTouch>): JudgedTouch {
  const nothing = { promised: null, actual: null, perceived: null };
  return {
    at: new Date("2026-06-01T09:00:00Z"),
    status: null,
    cancelled: false,
    promisedAt: null,
    deliveredAt: null,
    waitSeconds: nothing,
    asked: null,
    ...what,
  };
}

function at(text: string): Date {
  return new Date(text);
}

describe("delivered by the promised date", () => {
  const promisedAt = at("2026-06-07T00:00:00Z");

  it("reads a promise for midnight as that whole day, or as that moment, and says which", () => {
    const touch = order({ promisedAt, deliveredAt: at("2026-06-07T10:30:00Z") });
    expect(judge(byDay, touch, { zone: "UTC", asOf: christmas })).toEqual({
      verdict: "kept",
      dueAt: at("2026-06-08T00:00:00Z"),
      evidence: {
        says: "delivered 2026-06-07, promised for 2026-06-07",
        reading: "by the promised calendar day in UTC",
        promised: "2026-06-07",
        delivered: "2026-06-07",
      },
    });
    expect(judge(byTimestamp, touch, { zone: "UTC", asOf: christmas })).toMatchObject({
      verdict: "broken",
      dueAt: promisedAt,
      evidence: {
        says: "delivered 2026-06-07T10:30:00.000Z, 10 hours 30 minutes after 2026-06-07T00:00:00.000Z",
        reading: "by the promised moment",
      },
    });
  });

  it("counts the day where the customer is", () => {
    const touch = order({ promisedAt: at("2026-06-07T12:00:00Z"), deliveredAt: at("2026-06-08T02:00:00Z") });
    expect(judge(byDay, touch, { zone: "America/Sao_Paulo", asOf: christmas }).verdict).toBe("kept");
    expect(judge(byDay, touch, { zone: "Pacific/Auckland", asOf: christmas })).toMatchObject({
      verdict: "kept",
      evidence: { promised: "2026-06-08" },
    });
    expect(judge(byDay, touch, { zone: "Europe/Berlin", asOf: christmas })).toMatchObject({
      verdict: "broken",
      evidence: { says: "delivered 2026-06-08, 1 day after 2026-06-07" },
    });
  });

  it("knows days of 23 and 25 hours", () => {
    const due = (promised: string): Date | null =>
      judge(byDay, order({ promisedAt: at(promised) }), { zone: "Europe/Berlin", asOf: at("2026-01-01T00:00:00Z") })
        .dueAt;
    expect(due("2026-03-29T00:30:00Z")).toEqual(at("2026-03-29T22:00:00Z"));
    expect(due("2026-10-25T00:30:00Z")).toEqual(at("2026-10-25T23:00:00Z"));
  });

  it("reckons every day as a calendar does, by whatever shortcut", () => {
    const moment = fc.date({ min: at("1900-01-02T00:00:00Z"), max: at("2199-12-30T00:00:00Z"), noInvalidDate: true });
    const zones = [
      "UTC",
      "Europe/Berlin",
      "America/Sao_Paulo",
      "Pacific/Apia",
      "Australia/Lord_Howe",
      "Africa/Casablanca",
    ];
    fc.assert(
      fc.property(moment, fc.constantFrom(...zones), (moment, zone) => {
        const date = Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(zone).toPlainDate();
        const endsAt = date.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds;
        expect(dayAt(zone, moment)).toEqual({ date: date.toString(), endsAt });
      }),
    );
  });

  it("waits until it is due, then calls it broken", () => {
    const touch = order({ promisedAt });
    expect(judge(byDay, touch, { zone: "UTC", asOf: at("2026-06-07T23:59:59Z") })).toMatchObject({
      verdict: "unknown",
      dueAt: at("2026-06-08T00:00:00Z"),
      evidence: { says: "not delivered yet, promised for 2026-06-07" },
    });
    expect(judge(byDay, touch, { zone: "UTC", asOf: at("2026-06-08T00:00:00Z") })).toMatchObject({
      verdict: "broken",
      evidence: { says: "not delivered by 2026-06-07", delivered: null },
    });
  });

  it("does not know before a delivery that it will come", () => {
    const touch = order({ promisedAt, deliveredAt: at("2026-06-06T10:00:00Z") });
    expect(judge(byDay, touch, { zone: "UTC", asOf: at("2026-06-05T00:00:00Z") }).verdict).toBe("unknown");
    expect(judge(byDay, touch, { zone: "UTC", asOf: at("2026-06-06T10:00:00Z") }).verdict).toBe("kept");
  });

  it("judges neither what was cancelled nor what was never promised", () => {
    for (const cancelled of [order({ promisedAt, cancelled: true }), order({ promisedAt, status: "Canceled" })]) {
      expect(judge(byDay, cancelled, { zone: "UTC", asOf: christmas })).toMatchObject({
        verdict: "unknown",
        dueAt: null,
        evidence: { says: "it was cancelled before it was delivered" },
      });
    }
    expect(judge(byDay, order({}), { zone: "UTC", asOf: christmas })).toMatchObject({
      verdict: "unknown",
      evidence: { says: "no date was promised" },
    });
  });

  it("does not call late what arrived on a day nobody noted", () => {
    expect(judge(byDay, order({ promisedAt, status: "delivered" }), { zone: "UTC", asOf: christmas })).toMatchObject({
      verdict: "unknown",
      dueAt: null,
      evidence: { says: "it was delivered, but nobody noted when" },
    });
  });

  it("once decided by a delivery, stays decided", () => {
    const moment = fc.date({ min: at("2000-01-01"), max: at("2050-01-01"), noInvalidDate: true });
    const zone = fc.constantFrom("UTC", "Europe/Berlin", "America/Sao_Paulo", "Pacific/Apia", "Australia/Lord_Howe");
    fc.assert(
      fc.property(
        moment,
        moment,
        fc.nat(),
        zone,
        fc.constantFrom(byDay, byTimestamp),
        (promisedAt, deliveredAt, later, zone, rule) => {
          const touch = order({ promisedAt, deliveredAt });
          const first = judge(rule, touch, { zone, asOf: deliveredAt });
          expect(first.verdict).not.toBe("unknown");
          expect(judge(rule, touch, { zone, asOf: new Date(deliveredAt.getTime() + later) })).toEqual(first);
        },
      ),
    );
  });
});

describe("served within so long", () => {
  const fiveMinutes: PromiseRule = { kind: "served", withinSeconds: 300 };
  const waited = (actual: number | null) => order({ waitSeconds: { promised: 300, actual, perceived: 900 } });

  it("is kept on the second and broken after it", () => {
    expect(judge(fiveMinutes, waited(300), { zone: "UTC", asOf: christmas }).verdict).toBe("kept");
    expect(judge(fiveMinutes, waited(372), { zone: "UTC", asOf: christmas })).toEqual({
      verdict: "broken",
      dueAt: null,
      evidence: {
        says: "served after 6 minutes 12 seconds, 1 minute 12 seconds longer than promised",
        withinSeconds: 300,
        actualSeconds: 372,
        promisedSeconds: 300,
        perceivedSeconds: 900,
      },
    });
  });

  it("does not guess a wait that nobody measured", () => {
    expect(judge(fiveMinutes, waited(null), { zone: "UTC", asOf: christmas }).verdict).toBe("unknown");
  });
});

describe("asked nothing twice", () => {
  const rule: PromiseRule = { kind: "asked nothing twice" };
  const anna = new Set(["birthDate"]);

  it("is broken by asking, in other words, for what is known", () => {
    expect(
      judge(rule, order({ asked: ["Date of birth", "shoe size"] }), {
        zone: "UTC",
        asOf: christmas,
        knownBefore: anna,
      }),
    ).toMatchObject({
      verdict: "broken",
      evidence: {
        says: "asked again for what was already known: birthDate",
        asked: ["birthDate", "shoeSize"],
        again: ["birthDate"],
      },
    });
  });

  it("is kept by asking for what is not known, or for nothing", () => {
    for (const asked of [["address"], []]) {
      expect(judge(rule, order({ asked }), { zone: "UTC", asOf: christmas, knownBefore: anna }).verdict).toBe("kept");
    }
  });

  it("admits when nobody wrote down what was asked, or looked up what was known", () => {
    expect(judge(rule, order({ asked: null }), { zone: "UTC", asOf: christmas, knownBefore: anna }).verdict).toBe(
      "unknown",
    );
    expect(judge(rule, order({ asked: ["email"] }), { zone: "UTC", asOf: christmas }).verdict).toBe("unknown");
  });
});

it("says a duration as a person would", () => {
  expect([0, 1, 59, 61, 3_725, 172_800, 180_060].map(inWords)).toEqual([
    "no time",
    "1 second",
    "59 seconds",
    "1 minute 1 second",
    "1 hour 2 minutes",
    "2 days",
    "2 days 2 hours",
  ]);
});
