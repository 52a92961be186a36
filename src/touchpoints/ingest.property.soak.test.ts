import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshDatabase } from "../../test/database.ts";
import { anyHistory } from "../../test/history.ts";
import { contextOn, play, promiseToAskNothingTwice } from "../../test/play-history.ts";
import { rounds } from "../../test/soak.ts";
import { forgetRecords, snapshot } from "../../test/snapshot.ts";
import { rebuildCustomers } from "../customers/index.ts";

// A failing seed, to try it again; fixed where a mistake has to be found in a few runs.
const seed =
  process.env["REGULARS_PROPERTY_SEED"] === undefined ? undefined : Number(process.env["REGULARS_PROPERTY_SEED"]);
const runs = Number(process.env["REGULARS_PROPERTY_RUNS"] ?? rounds(60, 2500));

// Making a counter-example small takes a quarter of an hour: the long run has it, or a seed by hand.
const hasty = process.env["REGULARS_PROPERTY_HASTY"] === "1" || (seed === undefined && rounds(true, false));

/** A history, the same in another order, and where its batches end. */
const permuted = anyHistory(24).chain((steps) =>
  fc.record({
    steps: fc.constant(steps),
    shuffled: fc.shuffledSubarray(steps, { minLength: steps.length }),
    cuts: fc
      .infiniteStream(fc.boolean())
      .map((stream) => Array.from({ length: 24 }, () => stream.next().value as boolean)),
  }),
);

describe("a history of records and sayings", () => {
  let house: Awaited<ReturnType<typeof freshDatabase>>;
  beforeAll(async () => {
    house = await freshDatabase();
    await promiseToAskNothingTwice(contextOn(house.db));
  });
  afterAll(() => house.drop());

  it("ends in one state in whatever order and batches it arrives, and so does a rebuild", async () => {
    const ctx = contextOn(house.db);
    await fc.assert(
      fc.asyncProperty(permuted, async ({ steps, shuffled, cuts }) => {
        await forgetRecords(house.db);
        await play(ctx, steps, () => true);
        const one = await snapshot(house.db);
        await forgetRecords(house.db);
        await play(ctx, shuffled, (index) => cuts[index] ?? true);
        expect(await snapshot(house.db)).toEqual(one);
        await rebuildCustomers(ctx);
        expect(await snapshot(house.db)).toEqual(one);
      }),
      { numRuns: runs, seed, endOnFailure: hasty },
    );
  }, 3_600_000);
});
