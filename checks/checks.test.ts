import { expect, it } from "vitest";
import { checks } from "./checks.ts";

// Seconds on an idle machine; the tests around them leave little of it.
const patience = 300_000;

it.each(checks)(
  "$name",
  async ({ findings }) => {
    expect(await findings()).toBe("");
  },
  patience,
);
