import { beforeAll, afterAll, describe, expect, it } from "vitest";
import { amara, ben, castNaming, fillCafe, saturday, tunde, visit } from "../../test/cast.ts";
import { freshDatabase } from "../../test/database.ts";
import type { Actor, Context } from "../foundation/context.ts";
import { ingest, staffId } from "../touchpoints/index.ts";
import { arrivals } from "./arrivals.ts";
import type { Card } from "./card.ts";
import { customerBehind } from "./customer.ts";
import { openMemory } from "./memory.ts";
import { printCard, printRecognition } from "./print-card.ts";
import { recognise } from "./recognise.ts";
import type { Recogniser } from "./recogniser.ts";

let ctx: Context;
let house: Recogniser;
let drop: () => Promise<void>;

beforeAll(async () => {
  const fresh = await freshDatabase();
  drop = fresh.drop;
  ctx = await fillCafe(fresh.db);
  house = { reader: fresh.db, memory: openMemory(fresh.db), naming: castNaming, search: () => [] };
});
afterAll(() => drop());

const ana: Actor = { kind: "staff", id: staffId("ana"), name: "Ana", role: "front line", placeId: null };

async function cardOf(query: Parameters<typeof recognise>[1], actor: Actor = ana): Promise<Card> {
  const { card } = await recognise({ actor, now: saturday }, { place: "corner", ...query }, house);
  if (!card) throw new Error("one customer was meant");
  return card;
}

describe("Amara's card on Saturday morning", () => {
  let card: Card;
  beforeAll(async () => void (card = await cardOf({ email: amara.email })));

  it("says who she is, how to say it and since when", () => {
    expect(card.customer).toMatchObject({ name: "Amara Oduya", sayIt: "oh-DOO-ya", visits: 31, firstVisit: false });
    expect(card.customer.since).toBe("2019-05-06T08:00:00.000Z");
    expect(card.lastVisit).toEqual({
      at: "2026-11-17T08:20:00.000Z",
      place: "Café on the corner",
      touchpoint: "Visit",
    });
  });

  it("guesses the flat white, and says how sure it is", () => {
    expect(card.usual.abstained).toBe(false);
    expect(card.usual.items[0]).toMatchObject({ item: "flat-white", name: "Flat white" });
    expect(card.usual.items[0]!.probability).toBeGreaterThan(0.8);
    expect(card.usual.items[1]).toMatchObject({ name: "Almond croissant" });
  });

  it("knows who is used to her and who of them is here", () => {
    expect(card.familiarFaces).toEqual([
      { staff: "ana", name: "Ana", visits: 24, onShift: true },
      { staff: "maya", name: "Maya", visits: 7, onShift: false },
    ]);
  });

  it("shows Tuesday's wait, not yet healed, and asks Rosa to come over", () => {
    expect(card.lastFailure).toMatchObject({ at: "2026-11-17T08:20:00.000Z", healed: false });
    expect(card.lastFailure!.what).toMatch(/14 minutes/);
    expect(card.sayHello).toMatchObject({ who: "Rosa" });
    expect(card.sayHello!.reason).toMatch(/^first visit since something went wrong on Tuesday/);
  });

  it("lists all that was told, email and phone included, with its source", () => {
    expect(card.doNotAsk.map(({ fact }) => fact)).toEqual([
      "allergy",
      "birthDate",
      "email",
      "loyalty",
      "name",
      "phone",
      "sayIt",
    ]);
    expect(card.doNotAsk[0]).toEqual({
      fact: "allergy",
      since: "2019-05-06T08:00:00.000Z",
      source: "till",
      freshUntil: null,
    });
    expect(card.worthAsking).toBeNull();
  });

  it("says what Ana may give, in the place's money; a key gives nothing", async () => {
    expect(card.allowance).toEqual({ leftMinor: 10_000, perGestureMinor: 1200, currency: "EUR" });
    const key: Actor = { kind: "key", id: "k", name: "till", may: "read", source: null };
    expect((await cardOf({ email: amara.email }, key)).allowance).toBeNull();
  });

  it("names her household: Tunde, who uses her number and has another account", () => {
    expect(card.household).toMatchObject([{ name: "Tunde Oduya", reason: "same phone number, another account" }]);
  });

  it("is the same by loyalty number, by id and by the ids of all her identifiers", async () => {
    const same = await cardOf({ q: amara.loyalty });
    expect(same).toEqual(card);
    for (const { identity } of (await customerBehind({ actor: ana, now: saturday }, card.customer.id, house))
      .identifiers) {
      expect(await cardOf({ id: identity })).toEqual(card);
    }
  });

  it("does not know what had not happened yet", async () => {
    const before = await cardOf({ email: amara.email, at: "2026-11-17T08:00:00Z" });
    expect(before).toMatchObject({ lastFailure: null, sayHello: null, customer: { visits: 30 } });
  });

  it("prints for a terminal in the order a waiter needs it", () => {
    const text = printCard(card, saturday, "Europe/Lisbon");
    expect(text.split("\n")[1]).toContain("Amara Oduya   oh-DOO-ya");
    expect(text.indexOf("14 minutes")).toBeLessThan(text.indexOf("Flat white"));
    expect(text).toContain("Ana (24×, here now)");
    expect(text).toContain("don't ask: allergy · birth date · email");
    expect(text).toContain("up to €12.00");
  });
});

describe("a value that several people use", () => {
  it("answers with everyone seen with it, latest first, each with the reason, and opens nobody's card", async () => {
    const { matches, card } = await recognise(
      { actor: ana, now: saturday },
      { phone: "912345678", place: "corner" },
      house,
    );
    expect(card).toBeNull();
    expect(matches.map(({ name }) => name)).toEqual(["Amara Oduya", "Tunde Oduya"]);
    expect(matches[0]!.reasons).toEqual(["same phone number", "last seen on Tuesday"]);
    expect(matches[0]!.score).toBeGreaterThan(matches[1]!.score);
  });

  it("still opens each of them by what is theirs alone", async () => {
    const card = await cardOf({ q: tunde.loyalty });
    expect(card.customer.name).toBe("Tunde Oduya");
    expect(card.household).toMatchObject([{ name: "Amara Oduya" }]);
  });
});

describe("somebody who was never here", () => {
  it("is told apart, greeted as new and asked nothing", async () => {
    const card = await cardOf({ email: ben.email });
    expect(card.customer).toMatchObject({ name: "Ben Okafor", visits: 0, firstVisit: true });
    expect(card).toMatchObject({
      worthAsking: null,
      lastFailure: null,
      familiarFaces: [],
      lastVisit: null,
      openPromises: [],
    });
    expect(card.usual).toEqual({ items: [], abstained: true, reason: "nothing ordered yet" });
  });

  it("is nobody when nobody is known by it", async () => {
    const nobody = await recognise({ actor: ana, now: saturday }, { q: "no-such-code" }, house);
    expect(nobody).toEqual({ matches: [], card: null });
    expect(printRecognition(nobody, saturday)).toMatch(/someone new/);
  });
});

describe("who is expected", () => {
  it("is Ben this evening, by the clock of the place", async () => {
    expect(await arrivals(ctx.db, "corner", saturday, house)).toMatchObject([
      { name: "Ben Okafor", expected: true, firstVisit: true, hint: "Booking for 19:30" },
    ]);
  });

  it("and who just arrived comes first", async () => {
    const fresh = await freshDatabase();
    try {
      const cafe = await fillCafe(fresh.db);
      const now = saturday.getTime();
      await ingest(cafe, [visit("now", now - 60_000, { ids: { loyalty: amara.loyalty }, staff: "ana" })], castNaming);
      const here = await arrivals(fresh.db, "corner", saturday, {
        ...house,
        reader: fresh.db,
        memory: openMemory(fresh.db),
      });
      expect(here).toMatchObject([
        { name: "Amara Oduya", expected: false, firstVisit: false, hint: "Visit, served by Ana" },
        { name: "Ben Okafor", expected: true },
      ]);
    } finally {
      await fresh.drop();
    }
  });
});

describe("contact details", () => {
  it("are masked for the front line and shown to a manager", async () => {
    const id = (await cardOf({ email: amara.email })).customer.id;
    const seenByAna = await customerBehind({ actor: ana, now: saturday }, id, house);
    expect(seenByAna.identifiers.find(({ kind }) => kind === "email")).toMatchObject({
      value: "a•••@example.org",
      masked: true,
    });
    expect(JSON.stringify(seenByAna)).not.toContain("912345678");
    const seenByRui = await customerBehind({ actor: { ...ana, role: "manager" } as Actor, now: saturday }, id, house);
    expect(seenByRui.identifiers.find(({ kind }) => kind === "phone")).toMatchObject({
      value: "+351912345678",
      masked: false,
    });
  });
});
