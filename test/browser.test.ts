import { expect, it } from "vitest";
import { pageForThisTest } from "./browser.ts";

it("draws a page, with letters", async () => {
  const page = await pageForThisTest({ viewport: { width: 320, height: 200 } });
  await page.goto("data:text/html,<h1>Amara Oduya</h1>");
  const drawn = await page.screenshot();
  await page.setContent("<h1></h1>");
  expect(drawn.subarray(1, 4).toString()).toBe("PNG");
  expect(drawn.length).toBeGreaterThan((await page.screenshot()).length);
});

it("opens a page for each of two at once", async () => {
  const pages = await Promise.all([pageForThisTest(), pageForThisTest({ colorScheme: "dark" })]);
  const dark = pages.map((page) => page.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches));
  expect(await Promise.all(dark)).toEqual([false, true]);
});
