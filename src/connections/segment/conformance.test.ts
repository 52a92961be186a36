import { beforeAll, describe, expect, it } from "vitest";
import { freshDatabase } from "../../../test/database.ts";
import type { Db } from "../../foundation/database/database.ts";
import { sql } from "../../foundation/database/sql.ts";
import { buildApp } from "../../foundation/http/index.ts";
import { segmentRoutes } from "./routes.ts";

/*
 * What anything that calls itself Segment-compatible ought to do, asked over the network: all six calls and batch, replays,
 * late and future timestamps, wrong clocks, merges by identify and by alias. What became of the people is read from the
 * database, whatever its rows look like: who is one customer with whom, and when they were seen.
 */
const naming = { key: Buffer.alloc(32, 7), region: "PT" };
const site = {
  kind: "key",
  id: "00000000-0000-8000-8000-000000000012",
  name: "site",
  may: "write",
  source: "site",
} as const;
let db: Db;
let address: string;

beforeAll(async () => {
  const fresh = await freshDatabase();
  db = fresh.db;
  const doorkeeper = { ofKey: (text: string) => (text === "KEY" ? site : undefined), ofSession: () => undefined };
  const app = buildApp({ db, clock: () => new Date(), doorkeeper });
  segmentRoutes(app, { naming, doorkeeper });
  address = await app.listen({ port: 0, host: "127.0.0.1" });
  return async () => {
    await app.close();
    await fresh.drop();
  };
});

type Verdict = { messageId: string; index: number; verdict: string; reason?: string };

async function send(path: string, body: object): Promise<Verdict[]> {
  const answer = await fetch(`${address}/v1/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Basic ${btoa("KEY:")}` },
    body: JSON.stringify(body),
  });
  const { success, verdicts } = (await answer.json()) as { success: boolean; verdicts: Verdict[] };
  expect([answer.status, success]).toEqual([200, true]);
  return verdicts;
}

const words = (verdicts: Verdict[]): string[] => verdicts.map(({ verdict }) => verdict);

/** Whether all these identifiers lead to one customer. */
async function areOne(...values: string[]): Promise<boolean> {
  const rows = await db.many<{ customer_id: string }>(sql`
    select distinct customer_id from identities where value = any(${values}::text[])`);
  expect(rows.length).toBeGreaterThan(0);
  return rows.length === 1;
}

async function seenAt(text: string): Promise<string | undefined> {
  return (await db.maybe<{ at: Date }>(sql`select at from touches where text = ${text}`))?.at.toISOString();
}

describe("the six calls", () => {
  it("are each accepted once, and are duplicates afterwards", async () => {
    const calls = {
      identify: { traits: { email: "six@calls.test", name: "Six Calls" } },
      track: { event: "Signed Up", properties: { plan: "gold" } },
      page: { name: "Home", properties: { path: "/" } },
      screen: { name: "Start" },
      group: { groupId: "acme", traits: { name: "Acme" } },
      alias: { previousId: "six-before" },
    };
    for (const [type, more] of Object.entries(calls)) {
      const call = { userId: "six", messageId: `six-${type}`, timestamp: "2026-03-01T10:00:00.000Z", ...more };
      expect(await send(type, call)).toEqual([{ messageId: `six-${type}`, index: 0, verdict: "accepted" }]);
      expect(await send(type, call)).toEqual([{ messageId: `six-${type}`, index: 0, verdict: "duplicate" }]);
    }
  });

  it("may come together, with one verdict for each in their order", async () => {
    const batch = [
      { type: "identify", userId: "b", messageId: "b1", traits: { name: "Bee" } },
      { type: "track", userId: "b", messageId: "b2", event: "Ordered" },
      { type: "track", userId: "b", messageId: "b3" },
      { type: "track", userId: "b", messageId: "b2", event: "Ordered" },
      { type: "page", anonymousId: "b-device", messageId: "b4" },
    ];
    expect(words(await send("batch", { batch }))).toEqual([
      "accepted",
      "accepted",
      "rejected",
      "duplicate",
      "accepted",
    ]);
    expect(words(await send("batch", { batch }))).toEqual([
      "duplicate",
      "duplicate",
      "rejected",
      "duplicate",
      "duplicate",
    ]);
  });

  it("need no messageId to be recognised when they come again", async () => {
    const call = { userId: "unnamed", event: "Ordered", timestamp: "2026-03-01T10:00:00Z", properties: { tea: 1 } };
    expect(words(await send("track", call))).toEqual(["accepted"]);
    expect(words(await send("track", { ...call, sentAt: "2026-03-01T10:00:05Z" }))).toEqual(["duplicate"]);
    expect(words(await send("track", { ...call, properties: { tea: 2 } }))).toEqual(["accepted"]);
  });
});

describe("a replay", () => {
  const order = {
    type: "track",
    event: "Order Completed",
    userId: "replayed",
    messageId: "r1",
    timestamp: "2026-03-01T10:00:00Z",
    properties: {
      order_id: "R-1",
      total: 12.5,
      currency: "EUR",
      products: [{ product_id: "tea", price: 2.5, quantity: 5 }],
    },
  };
  const travelled = {
    sentAt: "2026-03-01T09:00:00Z",
    integrations: { All: true },
    context: { library: { name: "other", version: "1" } },
    writeKey: "KEY",
  };

  it("that differs in how it travelled only is a duplicate, by whatever clock it was sent", async () => {
    expect(words(await send("batch", { batch: [order] }))).toEqual(["accepted"]);
    expect(words(await send("batch", { batch: [{ ...order, ...travelled }], sentAt: "2020-01-01T00:00:00Z" }))).toEqual(
      ["duplicate"],
    );
    expect(await db.one(sql`select sum(quantity)::int as n from lines`)).toEqual({ n: 5 });
  });

  it("of a correction leaves the later version standing", async () => {
    const updated = { ...order, event: "Order Updated", messageId: "r2", timestamp: "2026-03-01T11:00:00Z" };
    const properties = { ...order.properties, products: [{ product_id: "tea", price: 2.5, quantity: 4 }] };
    expect(words(await send("batch", { batch: [{ ...updated, properties }] }))).toEqual(["accepted"]);
    expect(words(await send("batch", { batch: [order] }))).toEqual(["duplicate"]);
    expect(await db.many(sql`select quantity from lines`)).toEqual([{ quantity: 4 }]);
    expect(await db.one(sql`select at from touches where amount_minor = 1250`)).toEqual({
      at: new Date(order.timestamp),
    });
  });

  it("in the other order ends the same, cancellation included", async () => {
    const cancelled = { ...order, event: "Order Cancelled", messageId: "r4", timestamp: "2026-03-02T10:00:00Z" };
    const of = (call: typeof order) => ({ ...call, properties: { ...call.properties, order_id: "R-2" } });
    expect(words(await send("batch", { batch: [of(cancelled), of(order)] }))).toEqual(["accepted", "accepted"]);
    expect(await db.many(sql`select at, status from touches where status is not null`)).toEqual([
      { at: new Date(order.timestamp), status: "cancelled" },
    ]);
  });
});

describe("time", () => {
  const page = (name: string, more: object) => send("page", { userId: "timely", messageId: name, name, ...more });

  it("late by years is kept as it was", async () => {
    expect(words(await page("late", { timestamp: "2009-07-01T08:00:00+02:00" }))).toEqual(["accepted"]);
    expect(await seenAt("late")).toBe("2009-07-01T06:00:00.000Z");
  });

  it("in the future is refused beyond ten minutes", async () => {
    const ahead = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
    expect(words(await page("soon", { timestamp: ahead(5) }))).toEqual(["accepted"]);
    expect(await page("later", { timestamp: ahead(15) })).toMatchObject([
      { verdict: "rejected", reason: "at is more than ten minutes ahead of our clock" },
    ]);
  });

  it("by a clock that is an hour fast is put right", async () => {
    const ahead = (minutes: number) => new Date(Date.now() + minutes * 60_000);
    expect(words(await page("fast", { timestamp: ahead(50).toISOString(), sentAt: ahead(60).toISOString() }))).toEqual([
      "accepted",
    ]);
    const wrongBy = Math.abs(Date.parse((await seenAt("fast"))!) - ahead(-10).getTime());
    expect(wrongBy).toBeLessThan(60_000);
  });

  it("left out is the time of arrival", async () => {
    const before = Date.now();
    await page("now", {});
    expect(Date.parse((await seenAt("now"))!)).toBeGreaterThanOrEqual(before);
  });
});

describe("people", () => {
  it("are one by identify, which brings the device's past with it", async () => {
    await send("page", { anonymousId: "device-1", messageId: "i1" });
    await send("identify", {
      anonymousId: "device-1",
      userId: "ida",
      messageId: "i2",
      traits: { email: "ida@home.test" },
    });
    expect(await areOne("device-1", "ida", "ida@home.test")).toBe(true);
  });

  it("are one by alias, under an anonymous id or an older user id, in whichever order it comes", async () => {
    await send("track", { anonymousId: "anon-7", messageId: "a1", event: "Looked" });
    await send("alias", { previousId: "anon-7", userId: "abel", messageId: "a2" });
    expect(await areOne("anon-7", "abel")).toBe(true);
    await send("alias", { previousId: "old-abel", userId: "abel", messageId: "a3" });
    await send("track", { userId: "old-abel", messageId: "a4", event: "Looked" });
    expect(await areOne("old-abel", "abel")).toBe(true);
  });

  it("are not one for signing up on the same tablet", async () => {
    const tablet = "6f1c2f5e-3f0e-4c38-9a33-0d6f3d0c8b11";
    await send("alias", { previousId: tablet, userId: "cora", messageId: "c1" });
    await send("alias", { previousId: tablet, userId: "dora", messageId: "c2" });
    expect(await areOne("cora", "dora")).toBe(false);
  });

  it("of two sources are not one for having the same user id", async () => {
    const rows = await db.many(sql`select scope from identities where kind = 1 and scope <> 'site'`);
    expect(rows).toEqual([]);
  });
});
