import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshDatabase } from "../../test/database.ts";
import { anyHistory } from "../../test/history.ts";
import { contextOn, play } from "../../test/play-history.ts";
import { forgetRecords, snapshot } from "../../test/snapshot.ts";

const runs = Number(process.env["REGULARS_PROPERTY_RUNS"] ?? 60);

describe("a history of records and sayings", () => {
  let house: Awaited<ReturnType<typeof freshDatabase>>;
  beforeAll(async () => void (house = await freshDatabase()));
  afterAll(() => house.drop());

  it("ends in one state, in whatever order and batches it arrives", async () => {
    const permuted = anyHistory(24).chain((steps) =>
      fc.record({
        steps: fc.constant(steps),
        shuffled: fc.shuffledSubarray(steps, { minLength: steps.length }),
        cuts: fc.func(fc.boolean()),
      }),
    );
    await fc.assert(
      fc.asyncProperty(permuted, async ({ steps, shuffled, cuts }) => {
        const ctx = contextOn(house.db);
        await forgetRecords(house.db);
        await play(ctx, steps, () => true);
        const one = await snapshot(house.db);
        await forgetRecords(house.db);
        await play(ctx, shuffled, (index) => cuts(index));
        expect(await snapshot(house.db)).toEqual(one);
      }),
      { numRuns: runs },
    );
  }, 600_000);
});
