import { expect, it } from "vitest";
import { isCaught, mutants } from "./mutants.ts";
import { rounds } from "./soak.ts";

// In every run the same histories, so that a mistake that needs a rare one is found each time; the soak tries new ones.
const seed = rounds<Record<string, string>>({ REGULARS_PROPERTY_SEED: "4" }, {});
const tries = { REGULARS_PROPERTY_RUNS: String(rounds(400, 10_000)), REGULARS_PROPERTY_HASTY: "1", REGULARS_SOAK: "" };

it.each(mutants)(
  "the property of histories catches this mistake: $name",
  { timeout: rounds(300_000, 3_600_000) },
  async (mutant) => {
    expect(await isCaught(mutant, { ...tries, ...seed })).toBe(true);
  },
);
