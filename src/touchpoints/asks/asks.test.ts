import { beforeEach, describe, expect, it } from "vitest";
import { appFor } from "../../../test/app.ts";
import { databaseForThisTest } from "../../../test/database.ts";
import { contextOn, naming } from "../../../test/play-history.ts";
import { identity, revokeSaying, say } from "../../customers/index.ts";
import { openAuditLog } from "../../foundation/audit.ts";
import type { Context } from "../../foundation/context.ts";
import { randomId } from "../../foundation/ids.ts";
import type { App } from "../../foundation/http/index.ts";
import { describePlace, ingest, judgeAskedAgain, type ArrivingRecord } from "../index.ts";
import { askRoutes } from "./routes.ts";

const now = new Date("2026-06-01T12:00:00Z");
const amara = identity("user id", "till", "amara", naming).id;
let ctx: Context;
let app: App;

beforeEach(async () => {
  ctx = contextOn(await databaseForThisTest(), now);
  await describePlace(ctx, "corner", {
    name: "Café on the corner",
    zone: "Europe/Lisbon",
    region: "PT",
    currency: "EUR",
  });
  app = appFor(ctx.db, (app) => askRoutes(app, { audit: openAuditLog(ctx.db, () => now) }), now);
});

let count = 0;
function visit(at: string, more: Partial<ArrivingRecord> = {}): ArrivingRecord {
  const place = { touchpoint: "visit", place: "corner" };
  return { source: "till", messageId: `m${++count}`, at: Date.parse(at), ...place, ids: { userId: "amara" }, ...more };
}

type Report = { customer?: string; fact?: string; channel?: string; place?: string; at?: string };

async function report(more: Report = {}, { as = "write", key = "" } = {}) {
  const body = { customer: amara, fact: "birthday", channel: "phone", at: "2026-05-20T10:00:00Z", ...more };
  const headers = { authorization: `Bearer ${as}`, ...(key && { "idempotency-key": key }) };
  const answer = await app.inject({ method: "POST", url: "/v1/asks", headers, payload: body });
  return { status: answer.statusCode, body: answer.json() };
}

async function get(url: string, as = "manager") {
  const answer = await app.inject({ url, headers: { authorization: `Bearer ${as}` } });
  return { status: answer.statusCode, body: answer.json() };
}

const counted = async (): Promise<number> => (await get("/v1/reasks", "executive")).body.total.reasks;

describe("a report of what was asked", () => {
  beforeEach(async () => {
    await ingest(ctx, [visit("2026-01-01T10:00:00Z", { facts: { birthDate: "1984-03-02" } })], naming);
  });

  it("counts as asked again when it was known, and not otherwise", async () => {
    expect((await report()).status).toBe(200);
    await report({ fact: "allergies" });
    expect((await get("/v1/reasks")).body.total).toMatchObject({ reasks: 1, asked: 2 });
    expect((await get("/v1/reasks/rows")).body.rows).toMatchObject([
      {
        customer: amara,
        channel: "phone",
        place: null,
        source: "till",
        again: [{ fact: "birthDate", since: "2026-01-01T10:00:00.000Z", source: "till" }],
      },
    ]);
  });

  it("counts once however often it comes, by all that it says or by its own key", async () => {
    expect((await report()).body).toMatchObject({ repeated: false });
    expect((await report({ fact: "Date of birth" })).body).toMatchObject({ repeated: true });
    const first = await report({ channel: "chat" }, { key: "call-17" });
    const again = await report({ channel: "chat", at: "2026-05-20T10:00:07Z" }, { key: "call-17" });
    expect(again.body).toEqual({ ask: first.body.ask, repeated: true });
    expect(await counted()).toBe(2);
  });

  it("is one asking with the touch that says the same", async () => {
    const at = "2026-05-20T10:00:00Z";
    await ingest(ctx, [visit(at, { channel: "phone", asked: ["birth_date"] })], naming);
    await report({ place: "corner", at });
    expect(await counted()).toBe(1);
  });

  it("may come late, and counts what was known at its own time", async () => {
    await report({ at: "2025-12-31T10:00:00Z" });
    expect((await get("/v1/reasks?from=2025-01-01T00:00:00Z")).body.total).toMatchObject({ reasks: 0, asked: 1 });
  });

  it("is refused where nobody is meant, or nothing that could be", async () => {
    const unknown = await report({ customer: "00000000-0000-8000-8000-00000000beef" });
    expect(unknown).toMatchObject({ status: 404, body: { code: "not-found" } });
    for (const wrong of [{ channel: "smoke" }, { fact: "?" }, { place: "moon" }, { at: "2026-06-01T12:30:00Z" }])
      expect((await report(wrong)).status, JSON.stringify(wrong)).toBe(400);
    expect((await report({}, { as: "read" })).status).toBe(403);
    expect((await report({}, { as: "front line" })).status).toBe(200);
  });
});

describe("what counts as asked again", () => {
  const address = { facts: { address: "Mill Lane 9" } };

  it("follows a fact that arrives late, and one that is taken back", async () => {
    await ingest(ctx, [visit("2026-05-01T10:00:00Z", { asked: ["address"] })], naming);
    expect(await counted()).toBe(0);
    const told = visit("2026-04-01T10:00:00Z", address);
    await ingest(ctx, [told], naming);
    expect(await counted()).toBe(1);
    await ingest(ctx, [visit("2026-05-02T10:00:00Z", { cancels: told.messageId })], naming);
    expect(await counted()).toBe(0);
  });

  it("is not what had gone stale, however often it was confirmed before and since", async () => {
    await ingest(ctx, [visit("2023-01-01T10:00:00Z", address), visit("2026-05-20T10:00:00Z", address)], naming);
    await ingest(ctx, [visit("2026-05-01T10:00:00Z", { asked: ["address"] })], naming);
    expect(await counted()).toBe(0);
    await ingest(ctx, [visit("2025-06-01T10:00:00Z", address)], naming);
    expect(await counted()).toBe(1);
  });

  it("is not a new visit's own: how many they are, at which table", async () => {
    const four = { facts: { partySize: "4" } };
    const asked = { asked: ["party size"] };
    await ingest(ctx, [visit("2026-05-01T12:00:00Z", four), visit("2026-05-02T12:00:00Z", asked)], naming);
    expect(await counted()).toBe(0);
    await ingest(ctx, [visit("2026-05-01T12:20:00Z", asked)], naming);
    expect(await counted()).toBe(1);
  });

  it("is what was said when they booked, at the visit that was booked, wherever that moves to", async () => {
    const booking = visit("2026-05-01T09:00:00Z", {
      touchpoint: "booking",
      facts: { partySize: "4" },
      expectedAt: Date.parse("2026-05-08T19:00:00Z"),
    });
    const asked = { asked: ["partySize"] };
    await ingest(ctx, [booking, visit("2026-05-04T12:00:00Z", asked), visit("2026-05-08T19:05:00Z", asked)], naming);
    expect(await counted()).toBe(1);
    const moved = {
      ...booking,
      expectedAt: Date.parse("2026-05-15T19:00:00Z"),
      version: Date.parse("2026-05-02T09:00:00Z"),
    };
    await ingest(ctx, [moved], naming);
    expect(await counted()).toBe(0);
  });

  it("follows two customers who turn out to be one, and who do not", async () => {
    const other = identity("user id", "shop", "a.oduya", naming).id;
    const told = visit("2026-04-01T10:00:00Z", {
      source: "shop",
      ids: { userId: "a.oduya" },
      facts: { allergies: "nuts" },
    });
    await ingest(ctx, [told, visit("2026-04-02T10:00:00Z")], naming);
    await report({ fact: "allergies" });
    expect(await counted()).toBe(0);
    const id = randomId();
    await judgeAskedAgain(ctx, await say(ctx, { id, at: now, same: true, pairs: [[amara, other]], by: "Rosa" }));
    expect(await counted()).toBe(1);
    await judgeAskedAgain(ctx, await revokeSaying(ctx, id));
    expect(await counted()).toBe(0);
  });
});

describe("the counter", () => {
  beforeEach(async () => {
    const told = visit("2026-04-01T10:00:00Z", { facts: { allergies: "nuts", birthDate: "1984-03-02" } });
    const visits = Array.from({ length: 60 }, (_, n) =>
      visit(
        `2026-05-${String((n % 28) + 1).padStart(2, "0")}T10:00:00Z`,
        n < 4 ? { asked: ["allergies", "birthday"] } : {},
      ),
    );
    const calls = Array.from({ length: 40 }, () =>
      visit("2026-05-05T11:00:00Z", { channel: "phone", place: undefined }),
    );
    await ingest(ctx, [told, ...visits, ...calls], naming);
  });

  it("says how many in a hundred contacts, with an interval, and what it rests on", async () => {
    const { body } = await get("/v1/reasks?by=channel");
    expect(body.figures).toMatchObject([
      { key: "in person", reasks: 8, asked: 8, contacts: 61, perHundred: { n: 61 } },
      {
        key: "phone",
        reasks: 0,
        contacts: 0,
        unheard: 40,
        perHundred: { cannotSay: "nobody wrote down what was asked" },
      },
    ]);
    const { value, low, high } = body.figures[0].perHundred;
    expect(value).toBeCloseTo(800 / 61, 9);
    expect(low).toBeLessThan(value);
    // All of it happened to one customer: nearly nothing is known of the others.
    expect(high).toBeGreaterThan(3 * value);
  });

  it("cannot say of few contacts", async () => {
    const { body } = await get("/v1/reasks?by=week");
    expect(body.figures[0]).toMatchObject({ key: "2026-03-30", perHundred: { cannotSay: expect.any(String) } });
    await report({ channel: "chat" });
    const chat = (await get("/v1/reasks?channel=chat")).body;
    expect(chat.total.perHundred).toEqual({ cannotSay: "what was asked is reported here, but no contacts are" });
  });

  it.each(["channel", "place", "week"])("has the rows behind every figure by %s, no more and no fewer", async (by) => {
    await report({ channel: "chat", at: "2026-05-31T23:30:00Z" });
    const { body } = await get(`/v1/reasks?by=${by}`);
    for (const figure of [...body.figures, body.total]) {
      const { rows } = (await get(`${figure.rows}&limit=200`)).body;
      const facts = rows.flatMap((row: { again: object[] }) => row.again);
      expect(facts, figure.rows).toHaveLength(figure.reasks);
    }
    expect(body.figures.reduce((sum: number, figure: { reasks: number }) => sum + figure.reasks, 0)).toBe(
      body.total.reasks,
    );
  });

  it("goes on page by page, each row once, and every customer shown is a look", async () => {
    const seen: string[] = [];
    let next: string | null = "";
    while (next !== null) {
      const { body } = await get(`/v1/reasks/rows?limit=3${next && `&cursor=${next}`}`, "read");
      seen.push(...body.rows.map(({ id }: { id: string }) => id));
      next = body.next;
    }
    expect(new Set(seen).size).toBe(4);
    expect(seen).toHaveLength(4);
    const { body } = await get("/v1/reasks/rows", "executive");
    expect(body.rows[0]).toMatchObject({ name: null, knownBy: expect.stringMatching(/^no\. /) });
    expect((await get("/v1/reasks", "front line")).status).toBe(403);
  });
});
