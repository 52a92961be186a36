import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { furnish, harbourStreet } from "../test/furnish-house.ts";
import { ana, rosa } from "../test/open-house.ts";
import { openVisits, phone, type Visits } from "../test/visits.ts";

let visits: Visits;
let furnished: Awaited<ReturnType<typeof furnish>>;

beforeAll(async () => {
  visits = await openVisits();
});
afterAll(() => visits?.close());

/** The story of one house: each step stands on the one before. */
describe("the first day", () => {
  it("leads Rosa from an empty installation to her desk, where she is told what to do next", async () => {
    const page = await visits.come("/");
    await page.waitForURL("**/set-up");
    await page.getByLabel("Your name").fill(rosa.name);
    await page.getByLabel("Your e-mail").fill(rosa.email);
    await page.getByLabel("A password").fill(rosa.password);
    await page.getByLabel("What is it called?").fill(harbourStreet.name);
    await page.getByLabel("Country").selectOption(harbourStreet.region);
    await page.getByLabel("Currency").selectOption(harbourStreet.currency);
    await page.getByLabel("Time zone").selectOption(harbourStreet.zone);
    await page.getByRole("button", { name: "Open the doors" }).click();
    await page.waitForURL("**/desk/timeline");
    await page.getByText("Nothing has happened yet.").waitFor();
    furnished = await furnish(visits.house);
  });

  it("lets Ana in by her invitation, straight to the floor", async () => {
    const page = await visits.come(furnished.invitation, phone);
    await page.getByLabel("A password").fill(ana.password);
    await page.getByRole("button", { name: "Come in" }).click();
    await page.waitForURL("**/floor");
    await people(page).first().waitFor();
    expect(await people(page).allInnerTexts()).toEqual([
      expect.stringMatching(/Tom Reyes.*first visit/s),
      expect.stringMatching(/Siobhán Ní Dhómhnaill.*expected/s),
    ]);
  });

  it("keeps the e-mail that was typed with a wrong password, and says what to do", async () => {
    const page = await visits.come("/floor");
    await page.waitForURL("**/sign-in?to=*");
    await page.getByLabel("E-mail").fill(ana.email);
    await page.getByLabel("Password").fill("something else");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").waitFor();
    expect(await page.getByLabel("E-mail").inputValue()).toBe(ana.email);
  });
});

describe("with Amara in front of her", () => {
  it("Ana reaches the card without touching a mouse, and is ready for the next with Esc", async () => {
    const page = await visits.comeAs("ana", "/floor");
    await people(page).first().waitFor();
    await page.keyboard.press("/");
    await page.keyboard.type("amara@example.org");
    await page.getByRole("option", { name: /Amara Oduya/ }).waitFor();
    await page.keyboard.press("ArrowDown");
    expect(await pointedAt(page)).toContain("Someone new");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Amara Oduya" }).waitFor();
    await expect.poll(() => focusedText(page)).toBe("Amara Oduya");
    await page.keyboard.press("Escape");
    await page.waitForURL("**/floor");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("role"))).toBe("combobox");
  });

  it("reads, in this order: who, what hurts, the usual, who knows her, what not to ask, what to give", async () => {
    const page = await visits.comeAs("ana", "/floor", phone);
    await open(page, "amara@example.org", "Amara Oduya");
    const card = (await page.getByRole("article").innerText()).replace(/\s+/g, " ");
    const order = ["Amara Oduya", "36 visits", "Not yet put right", "Usual", "Flat white", "Knows them", "Ana Pires"];
    const places = [...order, "here now", "Don't ask", "allergies", "up to €12", "Household", "Bernd Oduya"].map(
      (words) => card.indexOf(words),
    );
    expect(places, card).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it("asks nothing of Tom, who is here for the first time", async () => {
    const page = await visits.comeAs("ana", "/floor", phone);
    await page.getByRole("option", { name: /Tom Reyes/ }).tap();
    await page.getByText("First time here.").waitFor();
    expect(await page.getByText("Worth asking").count()).toBe(0);
  });

  it("opens the card that a scanner types and enters faster than any answer", async () => {
    const page = await visits.comeAs("ana", "/floor");
    await people(page).first().waitFor();
    await page.getByRole("combobox", { name: "Who is in front of you?" }).focus();
    await page.keyboard.type("LC-204417");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Amara Oduya" }).waitFor();
  });

  it("tells two without a name apart, in the list and on the card", async () => {
    const page = await visits.comeAs("ana", "/floor", phone);
    await page.getByRole("combobox", { name: "Who is in front of you?" }).fill("567890");
    const nameless = page.getByRole("option", { name: /^No name yet phone •••• 7890 · [0-9a-f]{4}/ });
    await expect.poll(() => nameless.count()).toBe(2);
    const [one, other] = await nameless.allInnerTexts();
    expect(one).not.toBe(other);
    await nameless.first().tap();
    await page.getByRole("article", { name: /^Card of No name yet: phone •••• 7890/ }).waitFor();
  });

  it("never lets a late answer stand for a newer question", async () => {
    const page = await visits.comeAs("ana", "/floor");
    await page.route("**/v1/recognise?q=amara*", async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 700));
      await route.continue().catch(() => {});
    });
    const search = page.getByRole("combobox", { name: "Who is in front of you?" });
    await search.fill("amara@example.org");
    await page.waitForTimeout(150);
    await search.fill("siobhan@example.org");
    await page.getByRole("option", { name: /Siobhán/ }).waitFor();
    await page.waitForTimeout(800);
    expect(await page.getByRole("option", { name: /Amara/ }).count()).toBe(0);
  });

  it("keeps what was typed while there is no network, and goes on by itself", async () => {
    const page = await visits.comeAs("ana", "/floor", phone);
    await people(page).first().waitFor();
    await page.context().setOffline(true);
    await page.getByText("No connection").first().waitFor();
    const search = page.getByRole("combobox", { name: "Who is in front of you?" });
    await search.fill("amara@example.org");
    await page.context().setOffline(false);
    await page.getByRole("option", { name: /Amara Oduya/ }).waitFor();
    expect(await search.inputValue()).toBe("amara@example.org");
  });

  it("shows the floor, not the desk, to whoever works on the floor", async () => {
    const page = await visits.comeAs("ana", "/desk/timeline");
    await page.waitForURL("**/floor");
  });
});

describe("at the desk", () => {
  it("Rosa opens the rows behind a figure, and can send the question as an address", async () => {
    const page = await visits.comeAs("rosa", "/desk/ledger");
    await page.getByRole("button", { name: /Served within 5 minutes, kept: 97/ }).click();
    await page.getByRole("button", { name: "broken" }).click();
    await page.getByText("Served after 14 minutes").waitFor();
    expect(new URL(page.url()).searchParams.get("verdict")).toBe("broken");
    const again = await visits.comeAs("rosa", page.url());
    await again.getByText("Served after 14 minutes").waitFor();
  });

  it("Erik, an executive, opens the rows behind a figure and reads no name", async () => {
    const page = await visits.comeAs("erik", "/desk/ledger?rows=total&verdict=broken");
    const rows = page.getByRole("dialog");
    await rows.getByText("Served after 14 minutes").waitFor();
    expect(await rows.innerText()).toMatch(/Customer no\. [0-9a-f]{8}/);
    expect(await page.getByText("Amara").count()).toBe(0);
  });

  it("Marta, a manager, asks what Ana did", async () => {
    const page = await visits.comeAs("marta", "/desk/timeline");
    await page.getByLabel("Served by").selectOption("Ana Pires");
    await page.getByText("Tom Reyes").waitFor();
    expect(await page.getByText("Siobhán").count()).toBeGreaterThan(0);
    await page.getByLabel("Served by").selectOption("Erik Lund");
    await page.getByText("Nothing like that happened.").waitFor();
  });

  it("Rosa sees what was asked twice, who was asked, and since when it was known", async () => {
    const page = await visits.comeAs("rosa", "/desk/reasks");
    await page.getByRole("button", { name: /^Asked again, in a hundred contacts: .*Show the rows/ }).click();
    const sheet = page.getByRole("dialog");
    await sheet
      .getByText(/known since .*, from till/)
      .first()
      .waitFor();
    await sheet.getByText("Amara Oduya").first().waitFor();
    expect(page.url()).toContain("rows=total");
  });

  it("finds anyone from anywhere with the keyboard", async () => {
    const page = await visits.comeAs("rosa", "/desk/touchpoints");
    await page.getByText("Counter order").waitFor();
    await page.keyboard.press("Control+k");
    await page.keyboard.type("amara@example.org");
    await page.getByRole("option", { name: /Amara Oduya/ }).waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Amara Oduya" }).waitFor();
    await page.getByText("LC-204417").waitFor();
  });

  it("takes a promise back, and brings it again with Undo", async () => {
    const page = await visits.comeAs("rosa", "/desk/touchpoints");
    await page.getByRole("button", { name: /Booking/ }).click();
    await page.getByLabel("Promise something new").fill("A table when you come");
    await page.getByRole("button", { name: "Promise it from now on" }).click();
    await page.getByRole("button", { name: "Stop promising: A table when you come" }).click();
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByRole("button", { name: "Stop promising: A table when you come" }).waitFor();
    const changes = page.getByRole("region", { name: "Who changed what" });
    await changes.getByText("no longer").waitFor();
    expect(await changes.innerText()).toMatch(/Rosa Marchetti.*from then on.*“A table when you come”: new/s);
  });
});

async function open(page: Page, text: string, name: string): Promise<void> {
  await page.getByRole("combobox", { name: "Who is in front of you?" }).fill(text);
  await page.getByRole("option", { name }).click();
  await page.getByRole("article", { name: `Card of ${name}` }).waitFor();
}

/** Who stands below the search. */
function people(page: Page): Locator {
  return page.locator("#choices [role=option]");
}

function focusedText(page: Page): Promise<string | null | undefined> {
  return page.evaluate(() => document.activeElement?.textContent);
}

function pointedAt(page: Page): Promise<string | null> {
  return page.locator("#choices [aria-selected=true]").textContent();
}
