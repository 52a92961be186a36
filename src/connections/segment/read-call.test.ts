import { describe, expect, it } from "vitest";
import type { ArrivingRecord } from "../../touchpoints/index.ts";
import type { CallType, Envelope } from "./call.ts";
import { readCall } from "./read-call.ts";

const receivedAt = new Date("2026-05-04T12:00:00Z");
const anna = { userId: "anna", messageId: "m1", timestamp: "2026-05-04T11:00:00Z" };

function read(type: CallType, said: object, envelope: Partial<Envelope> = {}): ArrivingRecord[] {
  const arrival = readCall(said, { source: "shop", currency: "EUR", receivedAt, type, ...envelope });
  if ("refused" in arrival) throw new Error(arrival.refused);
  return [...arrival.records];
}

function only(type: CallType, said: object, envelope: Partial<Envelope> = {}): ArrivingRecord {
  const records = read(type, said, envelope);
  expect(records).toHaveLength(1);
  return records[0]!;
}

function refusal(type: CallType | undefined, said: unknown): string {
  const arrival = readCall(said, { source: "shop", currency: "EUR", receivedAt, type });
  return "refused" in arrival ? arrival.refused : "accepted";
}

describe("who", () => {
  it("is the user of the key's source, a device, and what externalIds and traits say", () => {
    const context = {
      externalIds: [
        { id: "L-77", type: "loyalty_number", collection: "users", encoding: "none" },
        { id: "B-1", type: "bookingCode", collection: "users" },
        { id: "acme", type: "email", collection: "accounts" },
        { id: "ann@work.test", type: "email", collection: "users" },
      ],
      traits: { phone: "+351 912 345 678" },
    };
    expect(only("identify", { ...anna, anonymousId: "d1", traits: { email: "anna@home.test" }, context }).ids).toEqual({
      userId: "anna",
      device: "d1",
      loyalty: "L-77",
      booking: "B-1",
      email: ["ann@work.test", "anna@home.test"],
      phone: ["+351 912 345 678"],
    });
  });

  it("may be a number, as old clients send it, but never nobody", () => {
    expect(only("track", { ...anna, userId: 17, event: "Signed In" }).ids).toEqual({ userId: "17" });
    expect(refusal("track", { messageId: "m1", event: "Signed In" })).toBe("it names neither userId nor anonymousId");
    expect(refusal("track", { ...anna, userId: { a: 1 }, event: "Signed In" })).toBe("userId is no text");
  });

  it("is by alias the same as before, under whichever kind of id that was", () => {
    expect(only("alias", { ...anna, previousId: "anon-1" })).toMatchObject({
      touchpoint: "alias",
      ids: { userId: "anna" },
      sameAs: { userId: "anon-1", device: "anon-1" },
    });
  });

  it("is by alias not said to be everyone who signed up on one tablet", () => {
    const tablet = "6f1c2f5e-3f0e-4c38-9a33-0d6f3d0c8b11";
    const byAlias = only("alias", { ...anna, previousId: tablet, anonymousId: "d2" });
    expect([byAlias.ids, byAlias.sameAs]).toEqual([{ userId: "anna", device: tablet }, undefined]);
    expect(only("alias", { ...anna, previousId: "d1", anonymousId: "d1" }).sameAs).toBeUndefined();
  });
});

describe("what is known of them", () => {
  it("comes from traits, in our words", () => {
    const traits = {
      firstName: "Anna",
      lastName: "Reis",
      birthday: "1990-02-01T00:00:00.000Z",
      company: { name: "Acme", id: 7 },
      address: { street: "Rua Nova 1", city: "Lisboa", postalCode: "1100", country: "PT" },
      preferences: { seat: "aisle" },
      likes: ["tea", "cake"],
      vip: true,
      nothing: null,
      email: "anna@home.test",
    };
    expect(only("identify", { ...anna, traits })).toMatchObject({
      touchpoint: "profile",
      facts: {
        forename: "Anna",
        surname: "Reis",
        birthDate: "1990-02-01",
        company: "Acme",
        companyId: "7",
        address: "Rua Nova 1, 1100 Lisboa, PT",
        preferencesSeat: "aisle",
        likes: "tea, cake",
        vip: "true",
      },
    });
  });

  it("includes their company, whose own traits are not theirs", () => {
    const call = { ...anna, groupId: "g1", traits: { name: "Acme", email: "office@acme.test", employees: 40 } };
    expect(only("group", call)).toMatchObject({
      touchpoint: "group",
      ids: { userId: "anna" },
      facts: { company: "Acme", companyId: "g1" },
    });
  });
});

describe("when", () => {
  const at = (said: object, envelope: Partial<Envelope> = {}) =>
    new Date(only("page", { userId: "anna", messageId: "m1", ...said }, envelope).at!).toISOString();

  it("is what the sender says, while its clock is right to a minute", () => {
    expect(at({ timestamp: "2026-05-04T11:00:00Z", sentAt: "2026-05-04T11:59:01Z" })).toBe("2026-05-04T11:00:00.000Z");
  });

  it("is put right when the sender's clock is not", () => {
    expect(at({ timestamp: "2026-05-04T09:00:00Z", sentAt: "2026-05-04T10:00:00Z" })).toBe("2026-05-04T11:00:00.000Z");
    expect(at({ originalTimestamp: "2026-05-04T13:30:00+02:00" }, { sentAt: "2026-05-04T12:30:00Z" })).toBe(
      "2026-05-04T11:00:00.000Z",
    );
  });

  it("is left alone when whoever forwarded it put it right already", () => {
    const forwarded = {
      timestamp: "2026-05-04T09:00:00Z",
      originalTimestamp: "2026-05-04T07:00:00Z",
      sentAt: "2026-05-04T07:00:01Z",
    };
    expect(at(forwarded)).toBe("2026-05-04T09:00:00.000Z");
  });

  it("is left alone when a call says that it was sent before it happened", () => {
    expect(at({ timestamp: "2026-05-04T09:00:00Z", sentAt: "2026-05-04T08:00:00Z" })).toBe("2026-05-04T09:00:00.000Z");
  });

  it("may be left out, but not be nonsense", () => {
    expect(only("page", { userId: "anna", messageId: "m1" }).at).toBeNull();
    expect(refusal("page", { ...anna, timestamp: "yesterday" })).toContain("timestamp is no date and time");
    expect(refusal("page", { ...anna, timestamp: 1 })).toContain("timestamp is no date and time");
    expect(refusal("page", { ...anna, timestamp: "2026-02-30T10:00:00Z" })).toContain("timestamp is no date and time");
  });
});

describe("a copy", () => {
  const call = { ...anna, event: "Signed Up", properties: { plan: "gold" }, context: { ip: "10.0.0.1" } };
  const travelled = {
    ...call,
    sentAt: "2026-05-04T12:00:01Z",
    receivedAt: "2026-05-04T12:00:02Z",
    writeKey: "secret",
    integrations: { All: false },
    context: { ip: "10.0.0.1", library: { name: "other", version: "9" } },
    _metadata: { nodeVersion: "20" },
    version: 2,
  };

  it("that differs in how it travelled says the same", () => {
    expect(read("track", travelled)).toEqual(read("track", call));
  });

  it("has the same id when neither has one, and another where it says something else", () => {
    const { messageId: _, ...unnamed } = call;
    const { messageId: __, ...unnamedToo } = travelled;
    expect(only("track", unnamed).messageId).toBe(only("track", unnamedToo).messageId);
    expect(only("track", { ...unnamed, properties: { plan: "silver" } }).messageId).not.toBe(
      only("track", unnamed).messageId,
    );
  });
});

describe("an order", () => {
  const products = [
    { product_id: "507f", sku: "g-32", name: "Monopoly", price: 19.99, quantity: 3 },
    { sku: "46b", name: "Uno", price: "3.05" },
  ];
  const properties = { order_id: "o-50314", total: 63.02, currency: "usd", affiliation: "Harbour", products };
  const order = { ...anna, event: "Order Completed", properties };
  const lines = [
    { item: "507f", name: "Monopoly", quantity: 3, amountMinor: 5997 },
    { item: "46b", name: "Uno", quantity: 1, amountMinor: 305 },
  ];

  it("is one message by its order id: when it was made, and what it contains", () => {
    expect(read("track", order)).toEqual([
      {
        source: "shop",
        messageId: "o-50314",
        part: "order",
        touchpoint: "order",
        place: "Harbour",
        at: Date.parse(anna.timestamp),
        statedAt: Date.parse(anna.timestamp),
        version: Date.parse(anna.timestamp),
        ids: { userId: "anna" },
      },
      expect.objectContaining({ messageId: "o-50314", part: "status", currency: "USD", amountMinor: 6302, lines }),
    ]);
  });

  it("when updated keeps its time and changes its contents", () => {
    const updated = { ...order, event: "Order Updated", messageId: "m2", timestamp: "2026-05-04T11:30:00Z" };
    expect(read("track", updated)).toMatchObject([
      { messageId: "o-50314", part: "status", version: Date.parse("2026-05-04T11:30:00Z"), lines },
    ]);
  });

  it("when cancelled says so", () => {
    expect(read("track", { ...order, event: "order_canceled" })).toMatchObject([
      { messageId: "o-50314", part: "status", status: "cancelled" },
    ]);
  });

  it("when refunded is a return of its own, counted backwards", () => {
    const refund = { ...order, event: "Order Refunded", messageId: "m9" };
    expect(only("track", refund)).toMatchObject({
      messageId: "m9",
      touchpoint: "return",
      amountMinor: -6302,
      lines: [
        { quantity: -3, amountMinor: -5997 },
        { quantity: -1, amountMinor: -305 },
      ],
    });
  });

  it("without an id is a message by itself", () => {
    const { order_id: _, ...unnamed } = properties;
    expect(only("track", { ...order, properties: unnamed })).toMatchObject({
      messageId: "m1",
      touchpoint: "order",
      lines,
    });
  });

  it("is counted in the minor units its currency has", () => {
    const amount = (currency: string, price: number) =>
      read("track", {
        ...order,
        properties: { order_id: "o", currency, products: [{ sku: "a", price, quantity: 3 }] },
      })[1]!.lines![0]!.amountMinor;
    expect([
      amount("EUR", 1.005),
      amount("JPY", 120),
      amount("KWD", 1.2345),
      amount("IQD", 0.5),
      amount("EUR", 0.1),
    ]).toEqual([302, 360, 3704, 1500, 30]);
  });

  it.each([
    [{ products: [{ sku: "a", price: "a lot" }] }, "products[0].price is no amount"],
    [{ products: [{ price: 1 }] }, "products[0] has neither product_id, sku nor name"],
    [{ products: "many" }, "properties.products is no list"],
    [{ total: 1e300 }, "properties.total is no amount"],
    [{ currency: "EURO" }, "properties.currency is no ISO 4217 code"],
    [{ order_id: ["a"] }, "properties.order_id is no text"],
  ])("with %j is refused in words", (wrong, reason) => {
    expect(refusal("track", { ...order, properties: { ...properties, ...wrong } })).toContain(reason);
  });
});

it("keeps what somebody looked at, without counting it as bought", () => {
  const viewed = {
    ...anna,
    event: "Product Viewed",
    properties: { product_id: "507f", name: "Monopoly", price: 19.99, quantity: 1 },
  };
  expect(only("track", viewed)).toMatchObject({
    touchpoint: "product viewed",
    lines: [{ item: "507f", name: "Monopoly", quantity: 0 }],
  });
  expect(only("track", { ...anna, event: "Checkout Started", properties: { products: [{ sku: "a" }] } }).lines).toEqual(
    [{ item: "a", quantity: 0 }],
  );
  expect(only("track", { ...anna, event: "Product Viewed" }).lines).toBeUndefined();
});

it("takes any other event's name as its touchpoint, and a page's as its words", () => {
  expect(only("track", { ...anna, event: "Table Reserved" })).toMatchObject({ touchpoint: "Table Reserved" });
  const page = { ...anna, category: "Docs", name: "Opening hours", context: { page: { path: "/hours" } } };
  expect(only("page", page)).toMatchObject({ touchpoint: "page", channel: "web", text: "Docs / Opening hours" });
  expect(only("screen", { ...anna, name: "Menu", context: { app: { name: "till" } } })).toMatchObject({
    touchpoint: "screen",
    channel: "product use",
  });
});

it("fills in what a batch states for all", () => {
  const batch: Partial<Envelope> = { type: undefined, context: { traits: { plan: "gold" }, page: { path: "/" } } };
  expect(only("page", { ...anna, type: "track", event: "Signed In" }, batch)).toMatchObject({
    channel: "web",
    facts: { plan: "gold" },
  });
});

it.each([
  [undefined, { ...anna, type: "shout" }, "type is none of"],
  ["track", anna, "track needs event"],
  ["group", anna, "group needs groupId"],
  ["alias", anna, "alias needs userId and previousId"],
  ["track", "nothing", "the call is no object"],
  ["track", { ...anna, event: "a", properties: [1] }, "properties is no object"],
  ["identify", { ...anna, traits: "many" }, "traits is no object"],
  ["track", { ...anna, messageId: {}, event: "a" }, "messageId is no text"],
  ["identify", { ...anna, context: { externalIds: {} } }, "context.externalIds is no list"],
  [
    "track",
    { ...anna, event: "a", properties: Object.fromEntries(Array.from({ length: 10_001 }, (_, n) => [`p${n}`, 1])) },
    "10000 are the most",
  ],
] as const)("refuses %s of %j in words", (type, said, reason) => {
  expect(refusal(type, said)).toContain(reason);
});
