import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { furnish, harbourStreet } from "../test/furnish-house.ts";
import { rosa } from "../test/open-house.ts";
import { openVisits, phone, type Visits } from "../test/visits.ts";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

type Screen = { readonly path: string; readonly shows: string; readonly unfold?: (page: Page) => Promise<unknown> };

let visits: Visits;
let amara: string;

beforeAll(async () => {
  visits = await openVisits();
  const { house } = visits;
  await house.ask("/v1/setup", { method: "POST", body: { ...rosa, place: harbourStreet } });
  const { owner } = await furnish(house);
  amara = (await house.ask("/v1/recognise?q=amara@example.org", { cookie: owner })).body.card.customer.id;
});
afterAll(() => visits?.close());

const who = (page: Page) => page.getByRole("combobox", { name: "Who is in front of you?" });

const floor: readonly Screen[] = [
  { path: "/floor", shows: "Tom Reyes" },
  { path: "/floor", shows: "Tom Reyes", unfold: (page) => who(page).fill("amara@example.org") },
  { path: "/floor", shows: "Tom Reyes", unfold: (page) => page.getByRole("button", { name: /^Account/ }).click() },
  { path: "/floor/AMARA", shows: "Not yet put right." },
  { path: "/floor/AMARA", shows: "allergies", unfold: (page) => page.getByText("allergies").first().click() },
  { path: "/floor/someone-new", shows: "Someone new" },
];
const desk: readonly Screen[] = [
  { path: "/desk/timeline", shows: "Counter order" },
  { path: "/desk/timeline", shows: "Counter order", unfold: (page) => page.keyboard.press("Control+k") },
  { path: "/desk/timeline", shows: "Counter order", unfold: (page) => page.keyboard.press("?") },
  { path: "/desk/ledger?rows=total", shows: "Week by week" },
  { path: "/desk/ledger?by=week", shows: "Week by week" },
  { path: "/desk/reasks?rows=total", shows: "allergies" },
  { path: "/desk/reasks?by=week", shows: "Week by week" },
  { path: "/desk/touchpoints", shows: "Counter order" },
  {
    path: "/desk/touchpoints",
    shows: "Counter order",
    unfold: (page) => page.getByRole("button", { name: /Counter order/ }).click(),
  },
  { path: "/desk/customers/AMARA", shows: "LC-204417" },
  {
    path: "/desk/customers/AMARA",
    shows: "LC-204417",
    unfold: (page) => page.getByRole("button", { name: "Same person as…" }).click(),
  },
  { path: "/desk/customers/AMARA", shows: "LC-204417", unfold: (page) => compareWithBernd(page) },
  { path: "/desk/places", shows: "Europe/Lisbon" },
  { path: "/desk/staff", shows: "Ana Pires", unfold: (page) => page.getByText("Invite someone").click() },
  { path: "/desk/keys", shows: "till", unfold: (page) => page.getByRole("button", { name: "Make a key" }).click() },
  { path: "/desk/audit", shows: "Who looked" },
  { path: "/nowhere", shows: "Nothing is here" },
];

describe("every screen, in light and in dark", () => {
  it("of the floor, on a phone", async () => {
    expect(await faultsOf(await visits.comeAs("rosa", "/floor", phone), floor)).toEqual([]);
  });

  it("of the desk, on a laptop", async () => {
    const page = await visits.comeAs("rosa", "/desk", { viewport: { width: 1440, height: 900 } });
    expect(await faultsOf(page, desk)).toEqual([]);
  });

  it("of the desk, on a phone", async () => {
    const page = await visits.comeAs("rosa", "/desk", phone);
    expect(await faultsOf(page, desk.slice(0, 7))).toEqual([]);
  });

  it("of the front door", async () => {
    const doors = [
      { path: "/sign-in", shows: "Good to see you" },
      { path: "/set-up", shows: "Welcome" },
      { path: "/invitation", shows: "You are invited" },
    ];
    expect(await faultsOf(await visits.come("/sign-in", phone), doors)).toEqual([]);
  });
});

describe("a thumb", () => {
  it("finds nothing on the floor smaller than 44 pixels", async () => {
    const page = await visits.comeAs("rosa", `/floor/${amara}`, phone);
    await page.getByText("Not yet put right.").waitFor();
    const targets = page.locator("button:visible, a:visible, select:visible, summary:visible, input:visible");
    const boxes = await targets.evaluateAll((all) =>
      all
        .filter((target) => !target.classList.contains("skip"))
        .map((target) => ({ what: target.textContent, height: target.getBoundingClientRect().height })),
    );
    expect(boxes.filter(({ height }) => height < 44)).toEqual([]);
  });

  it("never scrolls a page sideways", async () => {
    const page = await visits.comeAs("rosa", "/floor", phone);
    for (const { path, shows } of [...floor, ...desk]) {
      await page.goto(addressOf(path));
      await seen(page, shows);
      const [inner, whole] = await page.evaluate(() => [window.innerWidth, document.documentElement.scrollWidth]);
      expect(whole, path).toBeLessThanOrEqual(inner!);
    }
  });
});

async function compareWithBernd(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Not the same as…" }).click();
  await page.getByRole("option", { name: /Bernd Oduya/ }).click();
  await page.getByText("What would follow").waitFor();
}

/** Each screen is opened once: in the dark only the colours are another. */
async function faultsOf(page: Page, screens: readonly Screen[]): Promise<string[]> {
  const faults: string[] = [];
  for (const { path, shows, unfold } of screens) {
    await page.goto(addressOf(path));
    await seen(page, shows);
    await unfold?.(page);
    await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
    const light = await axe(page).withTags(rules).analyze();
    await page.emulateMedia({ colorScheme: "dark" });
    const dark = await axe(page).withRules(["color-contrast", "link-in-text-block"]).analyze();
    const found = [...light.violations, ...dark.violations];
    faults.push(...found.map(({ id, nodes }) => `${path} ${id} ${nodes[0]?.html}`));
  }
  return faults;
}

/** There are no frames of others here, so that axe need not open a page of its own for its result. */
function axe(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode();
}

function seen(page: Page, text: string): Promise<void> {
  return page.getByText(text).filter({ visible: true }).first().waitFor();
}

function addressOf(path: string): string {
  return new URL(path.replace("AMARA", amara), visits.house.address).href;
}
