import fc from "fast-check";
import type { ArrivingRecord } from "../src/touchpoints/index.ts";
import type { Step } from "./history.ts";

const sometimes = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined });
const hour = 3_600_000;
const year = 365 * 24 * hour;

// Within a visit, some days apart, and further apart than an address stays fresh: each near the edges of the others.
const time = fc
  .tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 4 }))
  .map(([years, days, hours]) => Date.UTC(2022, 0, 1) + years * year + days * 24 * hour + hours * 2 * hour);

const facts = fc.record(
  {
    name: fc.constantFrom("Anna Weber", "Ben Weber"),
    allergies: fc.constantFrom("nuts", "none"),
    address: fc.constantFrom("Mill Lane 9", "Harbour Street 4"),
    partySize: fc.constantFrom("2", "4"),
  },
  { requiredKeys: [] },
);
const asked = fc.subarray(["email", "name", "allergies", "address", "partySize"], { minLength: 1 });

const anyRecord = fc
  .record({
    message: fc.integer({ min: 1, max: 8 }),
    at: time,
    version: sometimes(time),
    ids: fc.record({
      userId: fc.constantFrom("u1", "u2", "u3"),
      email: sometimes(fc.constantFrom("anna@example.org", "ben@example.org")),
    }),
    facts: sometimes(facts),
    asked: sometimes(asked),
    expectedAt: sometimes(time),
    cancels: sometimes(fc.integer({ min: 1, max: 24 })),
  })
  .map(({ message, cancels, ...record }): ArrivingRecord => {
    const takesBack = cancels !== undefined && cancels <= 8 && { cancels: `message ${cancels}` };
    return { ...record, source: "till", messageId: `message ${message}`, touchpoint: "order", ...takesBack };
  });

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 10, arbitrary: anyRecord.map((record): Step => ({ step: "record", record })) },
  {
    weight: 4,
    arbitrary: fc
      .record({
        person: fc.integer({ min: 0, max: 9 }),
        fact: fc.constantFrom("email", "address", "partySize"),
        at: time,
      })
      .map((ask): Step => ({ step: "ask", ...ask })),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({ a: fc.integer({ min: 0, max: 2 }), b: fc.integer({ min: 0, max: 2 }), at: time })
      .map((said): Step => ({
        step: "say",
        same: true,
        saying: said.a * 3 + said.b,
        ...said,
        at: Date.UTC(2026, 0, 1),
      })),
  },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 8 }).map((saying): Step => ({ step: "revoke", saying })) },
);

/** What people told and were asked, in visits and over years. */
export const askingHistory = (maxLength: number): fc.Arbitrary<Step[]> =>
  fc.array(anyStep, { minLength: 2, maxLength });
