import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { freshDatabase } from "./database.ts";
import { anyHistory, type Step } from "./history.ts";
import { contextOn, play, promiseToAskNothingTwice } from "./play-history.ts";
import { rounds } from "./soak.ts";
import { forgetRecords, snapshot } from "./snapshot.ts";

const runs = Number(process.env["REGULARS_PROPERTY_RUNS"] ?? rounds(60, 2500)) / 3;

let house: Awaited<ReturnType<typeof freshDatabase>>;
beforeAll(async () => {
  house = await freshDatabase();
  await promiseToAskNothingTwice(contextOn(house.db));
});
afterAll(() => house.drop());

it("ends in the one state that any serial order gives, with two to eight writers at once", async () => {
  const ctx = contextOn(house.db);
  await fc.assert(
    fc.asyncProperty(anyHistory(40), fc.integer({ min: 2, max: 8 }), async (steps, writers) => {
      await forgetRecords(house.db);
      await play(ctx, steps, () => true);
      const serial = await snapshot(house.db);
      await forgetRecords(house.db);
      await Promise.all(
        dealt(steps, writers).map((hand, index) => play(ctx, hand, (step) => step % (index + 1) === 0)),
      );
      expect(await snapshot(house.db)).toEqual(serial);
    }),
    // Making a counter-example small takes a quarter of an hour: the long run has it.
    { numRuns: Math.ceil(runs), endOnFailure: rounds(true, false) },
  );
}, 3_600_000);

function dealt(steps: readonly Step[], writers: number): Step[][] {
  return Array.from({ length: writers }, (_, writer) => steps.filter((_, index) => index % writers === writer));
}
