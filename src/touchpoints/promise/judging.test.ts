import { beforeEach, describe, expect, it } from "vitest";
import { databaseForThisTest } from "../../../test/database.ts";
import type { Context } from "../../foundation/context.ts";
import { sql } from "../../foundation/database/sql.ts";
import {
  describePlace,
  describeTouchpoint,
  ingest,
  makePromise,
  promiseId,
  retirePromise,
  type ArrivingRecord,
} from "../index.ts";
import { judgeAfterChanges } from "./judge-again.ts";
import { judgeWhatFellDue } from "./judge-what-fell-due.ts";

const naming = { key: Buffer.alloc(32, 7), region: "PT" };
const delivery = promiseId("order", "delivered by the promised date");
let ctx: Context;

beforeEach(async () => {
  ctx = {
    actor: { kind: "system", name: "test" },
    db: await databaseForThisTest(),
    now: new Date("2026-06-01T12:00:00Z"),
  };
});

const at = (text: string): Context => ({ ...ctx, now: new Date(text) });

function order(messageId: string, more: Partial<ArrivingRecord> = {}): ArrivingRecord {
  const times = { at: Date.parse("2026-06-01T10:00:00Z"), promisedAt: Date.parse("2026-06-07T00:00:00Z") };
  return {
    source: "shop",
    messageId,
    touchpoint: "order",
    place: "harbour",
    ids: { userId: `of ${messageId}` },
    ...times,
    ...more,
  };
}

const verdicts = () =>
  ctx.db.many<{ verdict: string; says: string }>(sql`
    select verdict, evidence ->> 'says' as says from verdicts order by touch_id, promise_id`);

describe("a promise that falls due", () => {
  it("is broken once nobody delivered, and that is decided once", async () => {
    await ingest(ctx, [order("1")], naming);
    expect(await judgeWhatFellDue(at("2026-06-07T23:59:59Z"))).toBe(0);
    expect(await verdicts()).toMatchObject([{ verdict: "unknown" }]);
    expect(await judgeWhatFellDue(at("2026-06-08T00:00:00Z"))).toBe(1);
    expect(await verdicts()).toEqual([{ verdict: "broken", says: "not delivered by 2026-06-07" }]);
    expect(await judgeWhatFellDue(at("2026-07-01T00:00:00Z"))).toBe(0);
  });

  it("is kept where a delivery noted beforehand has come true, and mended by one that is noted late", async () => {
    const noted = order("1", { deliveredAt: Date.parse("2026-06-05T10:00:00Z") });
    await ingest(ctx, [noted, order("2")], naming);
    expect(await judgeWhatFellDue(at("2026-06-08T00:00:00Z"))).toBe(2);
    expect((await verdicts()).map(({ verdict }) => verdict).sort()).toEqual(["broken", "kept"]);
    const late = order("2", {
      deliveredAt: Date.parse("2026-06-07T09:00:00Z"),
      version: Date.parse("2026-06-09T09:00:00Z"),
    });
    await ingest(at("2026-06-09T12:00:00Z"), [late], naming);
    expect((await verdicts()).map(({ verdict }) => verdict)).toEqual(["kept", "kept"]);
  });

  it("is decided for thousands, once each, by two at the same time", async () => {
    await ingest(
      ctx,
      Array.from({ length: 2500 }, (_, n) => order(`${n}`)),
      naming,
    );
    const decided = await Promise.all([1, 2].map(() => judgeWhatFellDue(at("2026-06-09T00:00:00Z"))));
    expect(decided[0]! + decided[1]!).toBe(2500);
    expect(await ctx.db.one(sql`select count(*) as n from verdicts where verdict = 'broken'`)).toEqual({ n: 2500 });
  });
});

describe("a change of the catalogue", () => {
  const later = at.bind(undefined, "2026-06-01T12:02:00Z");
  const soon = at.bind(undefined, "2026-06-01T12:00:10Z");
  const delivered = { deliveredAt: Date.parse("2026-06-07T10:00:00Z") };

  it("judges past orders by the moment when an owner says that this was meant", async () => {
    const now = at("2026-06-20T12:00:00Z");
    await ingest(now, [order("1", delivered)], naming);
    expect(await verdicts()).toMatchObject([{ verdict: "kept" }]);
    const meant = {
      touchpoint: "order",
      wording: "delivered by the promised date",
      rule: { kind: "delivered", by: "timestamp" },
    } as const;
    await makePromise(now, meant, "correction");
    expect(await judgeAfterChanges(at("2026-06-20T12:00:10Z"))).toBe(0);
    expect(await judgeAfterChanges(at("2026-06-20T12:01:00Z"))).toBe(1);
    expect(await verdicts()).toMatchObject([{ verdict: "broken", says: expect.stringContaining("10 hours after") }]);
    expect(await judgeAfterChanges(at("2026-06-20T12:03:00Z"))).toBe(0);
  });

  it("takes the verdicts of a promise that was never made", async () => {
    await ingest(ctx, [order("1")], naming);
    await retirePromise(ctx, "order", delivery, "correction");
    await judgeAfterChanges(later());
    expect(await verdicts()).toEqual([]);
  });

  it("leaves alone what was judged before a promise was retired", async () => {
    await ingest(ctx, [order("1")], naming);
    await retirePromise(ctx, "order", delivery);
    await judgeAfterChanges(later());
    expect(await verdicts()).toHaveLength(1);
  });

  it("counts the day by the clocks of a place once somebody said what they show", async () => {
    const now = at("2026-06-20T12:00:00Z");
    await ingest(now, [order("1", { deliveredAt: Date.parse("2026-06-07T23:30:00Z") })], naming);
    expect(await verdicts()).toMatchObject([{ verdict: "kept" }]);
    await describePlace(now, "harbour", { name: "Harbour", zone: "Asia/Tokyo", region: "JP", currency: "JPY" });
    await judgeAfterChanges(at("2026-06-20T12:02:00Z"));
    expect(await verdicts()).toEqual([{ verdict: "broken", says: "delivered 2026-06-08, 1 day after 2026-06-07" }]);
  });

  it("counts touches as visits, or no longer, but never a message that takes another back", async () => {
    const page = { touchpoint: "terrace-page", promisedAt: undefined };
    await ingest(ctx, [order("1", page), order("2", { ...page, cancels: "1" }), order("3", page)], naming);
    const terrace = {
      name: "Terrace",
      lens: "experience",
      stage: "interact",
      element: "place",
      channel: "in person",
      visit: true,
      partner: null,
    } as const;
    await describeTouchpoint(ctx, "terrace-page", terrace, "correction");
    expect(await judgeAfterChanges(soon())).toBe(0);
    await judgeAfterChanges(later());
    expect(await ctx.db.many(sql`select visit, cancelled from touches order by visit, cancelled`)).toEqual([
      { visit: false, cancelled: false },
      { visit: true, cancelled: false },
      { visit: true, cancelled: true },
    ]);
  });

  it("asks again what was asked, with the whole customer in view", async () => {
    const told = order("1", { facts: { birthDate: "1990-02-01" }, ids: { userId: "anna" } });
    const asked = order("2", { asked: ["birthDate"], ids: { userId: "anna" }, at: Date.parse("2026-06-01T11:00:00Z") });
    await ingest(ctx, [told, asked], naming);
    await retirePromise(ctx, "order", delivery, "correction");
    await makePromise(
      ctx,
      { touchpoint: "order", wording: "asked nothing twice", rule: { kind: "asked nothing twice" } },
      "correction",
    );
    await judgeAfterChanges(later());
    expect(await verdicts()).toEqual([
      { verdict: "broken", says: "asked again for what was already known: birthDate" },
    ]);
  });
});
