import { expect, it } from "vitest";
import { isCaught, mutants } from "./mutants.ts";
import { rounds } from "./soak.ts";

const tries = { REGULARS_PROPERTY_RUNS: String(rounds(400, 4000)), REGULARS_PROPERTY_HASTY: "1", REGULARS_SOAK: "" };

it.each(mutants)(
  "the property of histories catches this mistake: $name",
  { timeout: rounds(300_000, 3_600_000) },
  async (mutant) => {
    expect(await isCaught(mutant, tries)).toBe(true);
  },
);
