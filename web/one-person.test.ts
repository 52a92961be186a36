import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { furnish, harbourStreet } from "../test/furnish-house.ts";
import { rosa } from "../test/open-house.ts";
import { openVisits, phone, type Visits } from "../test/visits.ts";

let visits: Visits;
let amara: string;

beforeAll(async () => {
  visits = await openVisits();
  const { house } = visits;
  await house.ask("/v1/setup", { method: "POST", body: { ...rosa, place: harbourStreet } });
  const { owner, key } = await furnish(house);
  // She lost her card and was given another, under the name she has since she married.
  const lost = {
    messageId: "amara-lost-her-card",
    at: new Date(Date.now() - 3 * 86_400_000).toISOString(),
    touchpoint: "counter",
    ids: { loyalty: "LC-990001" },
    facts: { name: "A. Oduya-Bell" },
  };
  await house.ask("/v1/touches", { method: "POST", body: [lost], key });
  amara = (await house.ask("/v1/recognise?q=amara@example.org", { cookie: owner })).body.card.customer.id;
});
afterAll(() => visits?.close());

async function openAmara(device = {}): Promise<Page> {
  const page = await visits.comeAs("marta", `/desk/customers/${amara}`, device);
  await page.getByText("What was said").waitFor();
  return page;
}

/** The story of one customer with two cards: each step stands on the one before. */
describe("at the desk", () => {
  it("Marta sees both cards side by side and what would follow, says that it is one person, and why", async () => {
    const page = await openAmara();
    await page.getByText("Nothing: who this is follows from the records alone.").waitFor();
    await page.getByRole("button", { name: "Same person as…" }).click();
    await page.getByRole("combobox", { name: "Another customer" }).fill("LC-990001");
    await page.getByRole("option", { name: /A\. Oduya-Bell/ }).click();
    const sheet = page.getByRole("dialog");
    await sheet.getByText("They are one customer, with everything that happened with both.").waitFor();
    const compared = await sheet.getByRole("table").innerText();
    for (const words of ["LC-204417", "LC-990001", "36 visits", "1 visit", "Harbour Street"]) {
      expect(compared).toContain(words);
    }
    await sheet.getByLabel("What makes you sure?").fill("She told me that she married");
    await sheet.getByRole("button", { name: "They are one person" }).click();
    await page.getByText("One person from now on.").waitFor();
    await page.getByText("37 visits").waitFor();
    await page.getByText("“She told me that she married”").waitFor();
    await page.getByText("said by Marta Sousa").waitFor();
  });

  it("takes it back with one press, and it is still written there", async () => {
    const page = await openAmara();
    await page.getByRole("button", { name: /^Take back: Amara Oduya and A. Oduya-Bell/ }).click();
    await page.getByText("Taken back: everything is where it was.").waitFor();
    await page.getByText(/taken back by Marta Sousa/).waitFor();
    await page.getByText("36 visits").waitFor();
  });

  it("parts two people who share a telephone, before anybody asks", async () => {
    const page = await openAmara(phone);
    await page.getByRole("button", { name: "Not the same as…" }).tap();
    await page.getByRole("option", { name: /Bernd Oduya/ }).tap();
    await page.getByText("They stay two customers, as they are now; nothing will join them later.").waitFor();
    await page.getByRole("button", { name: "They are two people" }).tap();
    await page.getByText("Two people from now on.").waitFor();
    await page.getByText("Two people", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Undo" }).tap();
    await page.getByText("Taken back: everything is where it was.").waitFor();
  });

  it("takes asunder what was joined wrongly, and shows first who would have what", async () => {
    const page = await openAmara();
    await page.getByRole("button", { name: "Not the same as…" }).click();
    await page.getByLabel("One person has").selectOption({ label: "loyalty LC-204417" });
    await page.getByLabel("The other has").selectOption({ label: "email amara@example.org" });
    await page.getByRole("button", { name: "See what would follow" }).click();
    await page.getByText("There are 2 customers:").waitFor();
    await page.getByRole("button", { name: "Choose another" }).click();
    await page.keyboard.press("Escape");
    expect(await page.getByRole("dialog").count()).toBe(0);
  });
});
