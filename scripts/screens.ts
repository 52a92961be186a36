import { spawn } from "node:child_process";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { openBrowser } from "../test/browser.ts";

/*
 * Renews the pictures in docs/screens from a fresh simulated town:
 *   node --import tsx scripts/screens.ts
 */

type SignIn = { readonly role: string; readonly email: string; readonly password: string };
type Town = { readonly address: string; readonly signIns: readonly SignIn[]; readonly stop: () => Promise<void> };
type Device = "phone" | "tablet" | "desktop";
type Picture = {
  readonly name: string;
  readonly as: "front line" | "manager" | "executive" | "administrator" | "nobody";
  readonly path: string;
  readonly on: readonly Device[];
  readonly shows: string;
  readonly first?: (page: Page) => Promise<unknown>;
};

const checkout = fileURLToPath(new URL("..", import.meta.url));
const folder = join(checkout, "docs", "screens");
const devices: Readonly<Record<Device, BrowserContextOptions>> = {
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  tablet: { viewport: { width: 820, height: 1180 }, hasTouch: true },
  desktop: { viewport: { width: 1440, height: 900 } },
};

// AMARA and NEW stand for the ids of the regular and of somebody who is here for the first time.
const pictures: readonly Picture[] = [
  { name: "sign-in", as: "nobody", path: "/sign-in", on: ["phone"], shows: "Good to see you" },
  { name: "floor", as: "front line", path: "/floor", on: ["phone"], shows: "Here or expected" },
  {
    name: "search",
    as: "front line",
    path: "/floor",
    on: ["phone"],
    shows: "Here or expected",
    first: (page) => search(page, "amra od"),
  },
  { name: "card", as: "front line", path: "/floor/AMARA", on: ["phone", "tablet", "desktop"], shows: "Knows them" },
  { name: "first-visit", as: "front line", path: "/floor/NEW", on: ["phone"], shows: "First time here" },
  { name: "timeline", as: "manager", path: "/desk/timeline", on: ["phone", "desktop"], shows: "kept" },
  { name: "ledger", as: "manager", path: "/desk/ledger?by=place", on: ["phone", "desktop"], shows: "Week by week" },
  {
    name: "ledger-rows",
    as: "manager",
    path: "/desk/ledger?rows=total&verdict=broken",
    on: ["desktop"],
    shows: "All promises",
  },
  {
    name: "ledger-rows-executive",
    as: "executive",
    path: "/desk/ledger?rows=total&verdict=broken",
    on: ["desktop"],
    shows: "All promises",
  },
  { name: "reasks", as: "manager", path: "/desk/reasks", on: ["phone", "desktop"], shows: "Week by week" },
  { name: "touchpoints", as: "manager", path: "/desk/touchpoints", on: ["desktop"], shows: "Café counter" },
  {
    name: "touchpoint",
    as: "manager",
    path: "/desk/touchpoints",
    on: ["desktop"],
    shows: "Café counter",
    first: (page) => page.getByRole("button", { name: /Café counter/ }).click(),
  },
  {
    name: "touchpoint-changes",
    as: "manager",
    path: "/desk/touchpoints",
    on: ["phone", "desktop"],
    shows: "Café counter",
    first: async (page) => {
      await page.getByRole("button", { name: /Café counter/ }).click();
      const sheet = page.getByRole("dialog");
      await sheet.getByLabel("Partner").fill("Lindenhof Roastery");
      await sheet.getByRole("button", { name: "Write it down" }).click();
      await sheet.getByText("Partner: new").first().waitFor();
      await sheet.getByRole("heading", { name: "Who changed what" }).scrollIntoViewIfNeeded();
    },
  },
  { name: "customer", as: "manager", path: "/desk/customers/AMARA", on: ["phone", "desktop"], shows: "Known by" },
  {
    name: "same-person",
    as: "manager",
    path: "/desk/customers/AMARA",
    on: ["phone", "desktop"],
    shows: "Known by",
    first: (page) => compare(page, "Same person as…"),
  },
  {
    name: "two-people",
    as: "manager",
    path: "/desk/customers/AMARA",
    on: ["desktop"],
    shows: "Known by",
    first: (page) => page.getByRole("button", { name: "Not the same as…" }).click(),
  },
  { name: "staff", as: "administrator", path: "/desk/staff", on: ["desktop"], shows: "On shift now" },
  {
    name: "find",
    as: "administrator",
    path: "/desk/places",
    on: ["desktop"],
    shows: "Where are we?",
    first: (page) => find(page, "amara"),
  },
];

const town = await openTown();
const browser = await openBrowser();
try {
  await mkdir(folder, { recursive: true });
  for (const picture of wanted()) await take(browser, town, picture);
} finally {
  await browser.close();
  await town.stop();
}

/** All of them, or those that are named: `npm run screens -- customer card`. */
function wanted(): readonly Picture[] {
  const names = process.argv.slice(2);
  return names.length === 0 ? pictures : pictures.filter(({ name }) => names.includes(name));
}

async function take(browser: Browser, town: Town, picture: Picture): Promise<void> {
  const session = picture.as === "nobody" ? undefined : await sessionOf(town, picture.as);
  const path = await pathOf(town, picture.path, session);
  for (const device of picture.on) {
    const context = await browser.newContext({ ...devices[device], locale: "en-GB", reducedMotion: "reduce" });
    if (session) await context.addCookies([{ name: "regulars_session", value: session, url: town.address }]);
    const page = await context.newPage();
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.goto(new URL(path, town.address).href);
      await page.getByText(picture.shows).filter({ visible: true }).first().waitFor();
      await picture.first?.(page);
      await settled(page);
      await page.screenshot({ path: join(folder, `${picture.name}-${device}-${colorScheme}.png`) });
    }
    await context.close();
    process.stderr.write(`${picture.name} on a ${device}\n`);
  }
}

/** The letters are ours and nothing is on its way any more. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => document.fonts.status === "loaded" && !document.querySelector(".shape"));
  await page.waitForTimeout(150);
}

async function search(page: Page, text: string): Promise<void> {
  await page.getByRole("combobox", { name: "Who is in front of you?" }).fill(text);
  await page.getByText("Who it might be").waitFor();
  await page
    .getByRole("option", { name: /Amara Oduya/ })
    .first()
    .waitFor();
}

async function find(page: Page, text: string): Promise<void> {
  await page.keyboard.press("Control+k");
  await page.keyboard.type(text);
  await page.getByRole("option", { name: /Amara/ }).first().waitFor();
}

async function compare(page: Page, say: string): Promise<void> {
  await page.getByRole("button", { name: say }).click();
  await page.getByRole("combobox", { name: "Another customer" }).fill("oduya");
  await page.getByRole("option").filter({ hasNotText: "Amara" }).first().click();
  await page.getByText("What would follow").waitFor();
}

async function pathOf(town: Town, path: string, session: string | undefined): Promise<string> {
  if (path.includes("AMARA")) return path.replace("AMARA", await idOf(town, "amara.oduya@example.org", session));
  return path.includes("NEW") ? path.replace("NEW", await newcomer(town, session)) : path;
}

async function idOf(town: Town, text: string, session: string | undefined): Promise<string> {
  const { matches } = await asked(town, `/v1/recognise?matchesOnly=true&q=${encodeURIComponent(text)}`, session);
  return matches[0].customer;
}

/** Somebody who is here for the first time; if nobody is just now, whoever was the last to have come only once. */
async function newcomer(town: Town, session: string | undefined): Promise<string> {
  const { places } = await asked(town, "/v1/places", session);
  for (const { code } of places) {
    const { arrivals } = await asked(town, `/v1/arrivals?place=${code}`, session);
    const someone = arrivals.find((arrival: { firstVisit: boolean }) => arrival.firstVisit);
    if (someone) return someone.customer;
  }
  return "someone-new";
}

async function asked(town: Town, path: string, session: string | undefined) {
  const headers = { cookie: `regulars_session=${session}` };
  return (await fetch(new URL(path, town.address), { headers })).json();
}

async function sessionOf({ address, signIns }: Town, role: string): Promise<string> {
  const { email, password } = signIns.find((signIn) => signIn.role === role)!;
  const answer = await fetch(new URL("/v1/sessions", address), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email, password }),
  });
  return /regulars_session=([^;]+)/.exec(answer.headers.get("set-cookie") ?? "")![1]!;
}

/** `regulars demo` as anyone would start it, in a home that is thrown away. */
async function openTown(): Promise<Town> {
  const home = await mkdtemp(join(tmpdir(), "regulars-screens-"));
  const child = spawn(process.execPath, [join(checkout, "bin", "regulars.js"), "demo", "--json"], {
    env: { ...process.env, REGULARS_HOME: home, PORT: "0", REGULARS_LOG: "error" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const stop = async (): Promise<void> => {
    child.kill("SIGTERM");
    await ended;
    await rm(home, { recursive: true, force: true });
  };
  let text = "";
  for await (const piece of child.stdout) {
    text += String(piece);
    const said = parsed(text);
    if (said) return { ...said, stop };
  }
  throw new Error("The simulated town did not start; what it said stands above.");
}

function parsed(text: string): Pick<Town, "address" | "signIns"> | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
