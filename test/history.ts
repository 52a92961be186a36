import fc from "fast-check";
import type { ArrivingRecord } from "../src/touchpoints/index.ts";

/** One step of a history: a record, a saying, one taken back, or a report of what was asked. They may come in any order. */
export type Step =
  | { readonly step: "record"; readonly record: ArrivingRecord }
  | {
      readonly step: "say";
      readonly same: boolean;
      readonly a: number;
      readonly b: number;
      readonly at: number;
      readonly saying: number;
    }
  | { readonly step: "revoke"; readonly saying: number }
  | { readonly step: "ask"; readonly person: number; readonly fact: string; readonly at: number };

// A small world, so that values meet: five accounts, three e-mail addresses, two telephones, some on the sharing limit.
const sometimes = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined });
const ids = fc.record({
  userId: sometimes(fc.constantFrom("u1", "u2", "u3", "u4", "u5")),
  loyalty: sometimes(fc.constantFrom("l1", "l2")),
  email: sometimes(fc.constantFrom("anna@example.org", "ben@example.org", "c@example.org")),
  phone: sometimes(fc.constantFrom("+4930123451", "+4930123452")),
  device: sometimes(fc.constantFrom("d1", "d2")),
});
const facts = fc.record(
  {
    name: fc.constantFrom("Anna Weber", "A. Weber", "Ben Weber", "Carla Mayer", "Guest", "N/A"),
    birthDate: fc.constantFrom("1980-01-01", "1990-02-02"),
  },
  { requiredKeys: ["name"] },
);
const day = 86_400_000;
const time = fc.integer({ min: 0, max: 8 }).map((n) => Date.UTC(2026, 0, 1) + n * day);
const line = fc.record({
  item: fc.constantFrom("flat white", "croissant"),
  quantity: fc.integer({ min: -1, max: 2 }),
  amountMinor: fc.constant(300),
});

const anyRecord: fc.Arbitrary<ArrivingRecord> = fc
  .record({
    message: fc.integer({ min: 1, max: 9 }),
    at: time,
    version: sometimes(time),
    ids,
    facts: sometimes(facts),
    part: fc.constantFrom(undefined, undefined, undefined, "order" as const, "lines" as const, "status" as const),
    lines: fc.array(line, { maxLength: 3 }),
    cancels: sometimes(fc.integer({ min: 1, max: 9 })),
    promisedAt: sometimes(time),
    deliveredAt: sometimes(time),
    asked: sometimes(fc.constantFrom(["email"], ["birthDate"], ["name"])),
  })
  .map(({ message, part, cancels, lines, ...record }) => ({
    ...record,
    source: "till",
    // Orders and other messages have ids of their own: a message is one or the other.
    messageId: `${part ? "order" : "message"} ${message}`,
    part,
    touchpoint: "order",
    status: part === "status" ? "cancelled" : undefined,
    lines: part === "status" || part === "order" ? undefined : lines,
    cancels: cancels !== undefined && cancels % 3 === 0 && !part ? `message ${cancels}` : undefined,
  }));

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 12, arbitrary: anyRecord.map((record): Step => ({ step: "record", record })) },
  {
    weight: 2,
    arbitrary: fc
      .record({
        same: fc.boolean(),
        a: fc.integer({ min: 0, max: 9 }),
        b: fc.integer({ min: 0, max: 9 }),
        at: time,
        saying: fc.integer({ min: 1, max: 4 }),
      })
      .map((said): Step => ({ step: "say", ...said })),
  },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 4 }).map((saying): Step => ({ step: "revoke", saying })) },
);

/** A saying has one content: copies of it under one id are equal. */
export const anyHistory = (maxLength: number): fc.Arbitrary<Step[]> =>
  fc.array(anyStep, { minLength: 2, maxLength }).map((steps) => {
    const said = new Map<number, Step>();
    return steps.map((step) => {
      if (step.step !== "say") return step;
      said.set(step.saying, said.get(step.saying) ?? step);
      return said.get(step.saying)!;
    });
  });
