import { expect, it } from "vitest";
import { checks } from "./checks.ts";

it.each(checks)("$name", async ({ findings }) => {
  expect(await findings()).toBe("");
});
