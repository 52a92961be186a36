import type { BrowserContextOptions, Page } from "playwright-core";
import { expect, onTestFinished } from "vitest";
import { openBrowser } from "./browser.ts";
import { ana, erik, marta, openHouse, rosa } from "./open-house.ts";

export const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

const people = { ana, erik, marta, rosa };

export type Visits = Awaited<ReturnType<typeof openVisits>>;

/** A house and a browser to walk into it with; each visit is a device of its own, put away when its test is finished. */
export async function openVisits() {
  const [house, browser] = await Promise.all([openHouse(), openBrowser()]);

  async function come(path: string, device: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ locale: "en-GB", ...device });
    onTestFinished(() => context.close());
    const page = await context.newPage();
    page.on("pageerror", (error) => expect.soft(error.message, "an error in the page").toBe(""));
    await page.goto(new URL(path, house.address).href);
    return page;
  }

  async function comeAs(who: keyof typeof people, path: string, device: BrowserContextOptions = {}): Promise<Page> {
    const { email, password } = people[who];
    const { session } = await house.ask("/v1/sessions", { method: "POST", body: { email, password } });
    return come(path, { ...device, storageState: signedIn(session!, new URL(house.address).hostname) });
  }

  const close = async (): Promise<void> => {
    await browser.close();
    await house.close();
  };
  return { house, come, comeAs, close };
}

function signedIn(value: string, domain: string) {
  const cookie = { name: "regulars_session", value, domain, path: "/", expires: -1, httpOnly: true, secure: false };
  return { cookies: [{ ...cookie, sameSite: "Lax" as const }], origins: [] };
}
