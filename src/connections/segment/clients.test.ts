import { Analytics } from "@segment/analytics-node";
import RudderAnalytics from "@rudderstack/rudder-sdk-node";
import { beforeAll, describe, expect, it } from "vitest";
import { freshDatabase } from "../../../test/database.ts";
import type { Db } from "../../foundation/database/database.ts";
import { sql } from "../../foundation/database/sql.ts";
import { buildApp } from "../../foundation/http/index.ts";
import { segmentRoutes } from "./routes.ts";

// The clients that shops really use, as they come from npm, pointed at us.
const naming = { key: Buffer.alloc(32, 7), region: "PT" };
const shop = {
  kind: "key",
  id: "00000000-0000-8000-8000-000000000013",
  name: "shop",
  may: "write",
  source: "shop",
} as const;
let db: Db;
let address: string;
const answers: { status: number; body: string }[] = [];

beforeAll(async () => {
  const fresh = await freshDatabase();
  db = fresh.db;
  const doorkeeper = { ofKey: (text: string) => (text === "KEY" ? shop : undefined), ofSession: () => undefined };
  const app = buildApp({ db, clock: () => new Date(), doorkeeper });
  app.addHook(
    "onSend",
    async (_request, reply, body) => void answers.push({ status: reply.statusCode, body: String(body) }),
  );
  segmentRoutes(app, { naming, doorkeeper });
  address = await app.listen({ port: 0, host: "127.0.0.1" });
  return async () => {
    await app.close();
    await fresh.drop();
  };
});

const order = {
  event: "Order Completed",
  properties: {
    order_id: "o-1",
    total: 7.5,
    currency: "EUR",
    products: [{ product_id: "tea", name: "Tea", price: 2.5, quantity: 3 }],
  },
};

async function verdictsSince(start: number): Promise<string[]> {
  const bodies = answers
    .slice(start)
    .map(({ body }) => JSON.parse(body) as { verdicts: { verdict: string; reason?: string }[] });
  return bodies.flatMap(({ verdicts }) => verdicts.map(({ verdict, reason }) => reason ?? verdict));
}

async function customersOf(...values: string[]): Promise<number> {
  const rows = await db.many(sql`select distinct customer_id from identities where value = any(${values}::text[])`);
  return rows.length;
}

describe("@segment/analytics-node", () => {
  it("delivers all six calls", async () => {
    const start = answers.length;
    const analytics = new Analytics({ writeKey: "KEY", host: address, maxRetries: 0 });
    const failures: unknown[] = [];
    analytics.on("error", (error) => failures.push(error));
    analytics.identify({
      userId: "sara",
      anonymousId: "s-device",
      traits: { email: "sara@home.test", name: "Sara Lima" },
    });
    analytics.track({ userId: "sara", ...order });
    analytics.page({ anonymousId: "s-device", name: "Menu", properties: { path: "/menu" } });
    analytics.screen({ userId: "sara", name: "Start" });
    analytics.group({ userId: "sara", groupId: "acme", traits: { name: "Acme" } });
    analytics.alias({ userId: "sara", previousId: "sara-before" });
    await analytics.closeAndFlush();
    expect(failures).toEqual([]);
    expect(await verdictsSince(start)).toEqual(Array.from({ length: 6 }, () => "accepted"));
    expect(await customersOf("sara", "s-device", "sara@home.test", "sara-before")).toBe(1);
    expect(await db.one(sql`select amount_minor, currency from touches where amount_minor is not null`)).toEqual({
      amount_minor: 750,
      currency: "EUR",
    });
    expect(await db.one(sql`select quantity, name from lines join items on items.id = item_id`)).toEqual({
      quantity: 3,
      name: "Tea",
    });
  });

  it("is told when its key is wrong", async () => {
    const analytics = new Analytics({ writeKey: "WRONG", host: address, maxRetries: 0 });
    const failed = new Promise((resolve) => analytics.on("error", resolve));
    analytics.track({ userId: "sara", event: "Lost" });
    await analytics.closeAndFlush();
    await failed;
    expect(answers.at(-1)?.status).toBe(401);
  });
});

describe("@rudderstack/rudder-sdk-node", () => {
  it.each([true, false])("delivers all six calls, gzipped: %s", async (gzip) => {
    const start = answers.length;
    const user = gzip ? "rui" : "rita";
    const client = new RudderAnalytics("KEY", {
      dataPlaneUrl: address,
      gzip,
      flushAt: 20,
      flushInterval: 100_000,
      logLevel: "error",
    });
    // The first call is sent at once, the others with the flush.
    client.identify({
      userId: user,
      anonymousId: `${user}-device`,
      traits: { email: `${user}@home.test`, name: "R. Costa" },
    });
    client.track({ userId: user, event: order.event, properties: { ...order.properties, order_id: `o-${user}` } });
    client.page({ anonymousId: `${user}-device`, name: "Menu", properties: { path: "/menu" } });
    client.screen({ userId: user, name: "Start" });
    client.group({ userId: user, groupId: "acme", traits: { name: "Acme" } });
    client.alias({ userId: user, previousId: `${user}-before` });
    await client.flush();
    await expect.poll(() => verdictsSince(start)).toEqual(Array.from({ length: 6 }, () => "accepted"));
    expect(answers.at(-1)?.status).toBe(200);
    expect(await customersOf(user, `${user}-device`, `${user}@home.test`, `${user}-before`)).toBe(1);
  });
});
