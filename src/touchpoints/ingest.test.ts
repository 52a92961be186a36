import { beforeEach, describe, expect, it } from "vitest";
import { databaseForThisTest } from "../../test/database.ts";
import { contextOn, naming, promiseToAskNothingTwice } from "../../test/play-history.ts";
import { snapshot } from "../../test/snapshot.ts";
import type { Context } from "../foundation/context.ts";
import { sql } from "../foundation/database/sql.ts";
import { ingest } from "./ingest.ts";
import type { ArrivingRecord } from "./record.ts";

const at = (day: number, hour = 9): number => Date.UTC(2026, 0, day, hour);
const visit = (messageId: string, more: Partial<ArrivingRecord> = {}): ArrivingRecord => ({
  source: "till",
  messageId,
  at: at(1),
  touchpoint: "visit",
  ids: {},
  ...more,
});
const customersOf = async (ctx: Context): Promise<number> => {
  const rows = await ctx.db.many<{ id: string }>(
    sql`select distinct customer_id as id from identities where kind in (1, 2, 3)`,
  );
  return rows.length;
};

let ctx: Context;
beforeEach(async () => void (ctx = contextOn(await databaseForThisTest())));

describe("two values", () => {
  const together = (n: number): ArrivingRecord[] => [
    visit(`loyalty ${n}`, { ids: { userId: `u${n}`, loyalty: "l1" } }),
    visit(`phone ${n}`, { ids: { userId: `u${n + 10}`, phone: "+4930123451" } }),
  ];

  it("that many come to use at once keep no word of why they had not joined each other", async () => {
    await ingest(ctx, [1, 2, 3].flatMap(together), naming);
    await ingest(ctx, [visit("both", { at: at(2), ids: { loyalty: "l1", phone: "+4930123451" } })], naming);
    const refused = sql`select 1 from evidence where refusal is not null and b_kind = 5 and b_scope is null`;
    expect((await ctx.db.many(refused)).length).toBeGreaterThan(0);
    await ingest(ctx, together(4), naming);
    expect(await ctx.db.many(sql`select a, b, refusal from evidence where refusal is not null`)).toEqual([]);
  });
});

describe("a message", () => {
  it("is one touch however often it comes, and says that it came before", async () => {
    const first = await ingest(ctx, [visit("1", { ids: { userId: "amara" } })], naming);
    const again = await ingest(ctx, [visit("1", { ids: { userId: "amara" } })], naming);
    expect([first[0]!.verdict, again[0]!.verdict]).toEqual(["accepted", "duplicate"]);
    expect((await snapshot(ctx.db))["touches"]).toHaveLength(1);
  });

  it("sent twice with other identifiers is one touch, under the later version's", async () => {
    await ingest(ctx, [visit("1", { ids: { userId: "amara" }, version: at(2) })], naming);
    await ingest(ctx, [visit("1", { ids: { userId: "maya" }, version: at(3) })], naming);
    const { touches, identities } = await snapshot(ctx.db);
    expect(touches).toHaveLength(1);
    expect(identities).toMatchObject([{ value: "maya" }]);
  });

  it("stands whole in its later version, though the earlier one comes last", async () => {
    await ingest(ctx, [visit("1", { ids: { userId: "amara" }, text: "corrected", version: at(3) })], naming);
    const late = await ingest(ctx, [visit("1", { ids: { userId: "amara" }, text: "first", version: at(2) })], naming);
    expect(late[0]!.verdict).toBe("duplicate");
    expect((await snapshot(ctx.db))["touches"]).toMatchObject([{ text: "corrected" }]);
  });

  it("that is taken back before it comes never stands, and what it showed is unknown", async () => {
    await ingest(ctx, [visit("2", { cancels: "1" })], naming);
    await ingest(ctx, [visit("1", { ids: { userId: "amara", email: "amara@example.org" } })], naming);
    const { touches, identities, evidence } = await snapshot(ctx.db);
    expect(touches).toMatchObject([{ cancelled: true }, { cancelled: false }]);
    expect(identities).toMatchObject([{ value: "2" }]);
    expect(evidence).toEqual([]);
  });
});

describe("an order of two files", () => {
  const lines = {
    source: "shop",
    messageId: "o1",
    part: "lines",
    at: null,
    touchpoint: "order",
    ids: {},
    lines: [{ line: "1", item: "mug", quantity: 2, amountMinor: 900 }],
  } as const;
  const order = {
    source: "shop",
    messageId: "o1",
    part: "order",
    at: at(5),
    touchpoint: "order",
    ids: { booking: "b1" },
  } as const;

  it("is one touch at the order's time and customer, whichever file comes first", async () => {
    await ingest(ctx, [lines], naming);
    await ingest(ctx, [order], naming);
    const one = await snapshot(ctx.db);
    const other = contextOn(await databaseForThisTest());
    await ingest(other, [order], naming);
    await ingest(other, [lines], naming);
    expect(await snapshot(other.db)).toEqual(one);
    expect(one["identities"]).toMatchObject([{ value: "b1" }]);
    expect(one["lines"]).toMatchObject([{ quantity: 2, at: new Date(at(5)) }]);
  });

  it("changes nothing when a file is imported again", async () => {
    await ingest(ctx, [lines, order], naming);
    const before = await snapshot(ctx.db);
    const again = await ingest(contextOn(ctx.db, new Date("2026-07-01")), [lines, order], naming);
    expect(again.map((verdict) => verdict.verdict)).toEqual(["duplicate", "duplicate"]);
    expect(await snapshot(ctx.db)).toEqual(before);
  });
});

describe("a till that writes a name for want of one", () => {
  const ids = { phone: "+49 30 123456", email: "amara@example.org" };

  it.each(["Guest", "N/A", "unknown", "Test"])(
    "states none by %s: who shows the telephone is who they are",
    async (name) => {
      await ingest(ctx, [visit("1", { ids: { phone: ids.phone }, facts: { name, allergy: "nuts" } })], naming);
      const { identities, facts } = await snapshot(ctx.db);
      expect(identities).toMatchObject([{ value: "+4930123456" }]);
      expect(facts).toMatchObject([{ name: "allergy", value: "nuts" }]);
    },
  );

  it("contradicts nobody: the guest's telephone is Amara's", async () => {
    const records = [
      visit("1", { ids, facts: { name: "Amara Oduya" } }),
      visit("2", { ids: { userId: "card 7", phone: ids.phone }, facts: { forename: "Guest", surname: "Guest" } }),
      visit("3", { ids, facts: { name: "guest", forename: "Amara", surname: "Oduya" } }),
    ];
    await ingest(ctx, records, naming);
    const one = await snapshot(ctx.db);
    expect(await customersOf(ctx)).toBe(1);
    expect(one["evidence"]).not.toContainEqual(expect.objectContaining({ refusal: expect.anything() }));
    const other = contextOn(await databaseForThisTest());
    for (const record of records.toReversed()) await ingest(other, [record], naming);
    expect(await snapshot(other.db)).toEqual(one);
  });

  it("does not make a telephone seen with nine people and four such words a shop's", async () => {
    const names = ["Anna", "Ben", "Carla", "Dora", "Emil", "Franz", "Greta", "Hans", "Ida"].map(
      (name) => `${name} Weber`,
    );
    const words = ["Guest", "Guest 1", "unknown", "Test"];
    const records = [...names, ...words].map((name, n) =>
      visit(String(n), { ids: { phone: ids.phone }, facts: { name } }),
    );
    await ingest(ctx, records, naming);
    const { identities } = await snapshot(ctx.db);
    expect(identities).toContainEqual(expect.objectContaining({ value: "+4930123456", shared: false }));
    expect(await customersOf(ctx)).toBe(names.length);
  });
});

describe("fifty people on one telephone", () => {
  const phone = "+49 30 123456";

  it("stay fifty with accounts", async () => {
    await ingest(
      ctx,
      Array.from({ length: 50 }, (_, n) => visit(String(n), { at: at(1, 0) + n, ids: { userId: `u${n}`, phone } })),
      naming,
    );
    expect(await customersOf(ctx)).toBe(50);
  });

  it("stay fifty with names only", async () => {
    const names = Array.from(
      { length: 50 },
      (_, n) => `${"abcdefghij"[n % 10]!.repeat(4)}${"klmno"[n % 5]!.repeat(3)}${n} Weber`,
    );
    await ingest(
      ctx,
      names.map((name, n) => visit(String(n), { at: at(1, 0) + n, ids: { phone }, facts: { name } })),
      naming,
    );
    expect(await customersOf(ctx)).toBe(50);
  });

  it("have a telephone that nobody owns, until enough of the records are taken back", async () => {
    const four = Array.from({ length: 4 }, (_, n) =>
      visit(String(n), { at: at(1, 0) + n, ids: { userId: `u${n}`, phone } }),
    );
    await ingest(ctx, four, naming);
    const shared = () =>
      ctx.db.one<{ shared: boolean; members: string[] }>(sql`select shared, members from identities where kind = 5`);
    expect((await shared()).shared).toBe(true);
    await ingest(ctx, [visit("9", { cancels: "3" })], naming);
    expect(await shared()).toMatchObject({ shared: false, members: [expect.any(String), expect.any(String)] });
  });
});

describe("what was asked", () => {
  it("is judged by the whole customer, also when the two halves join later", async () => {
    await promiseToAskNothingTwice(ctx);
    await ingest(ctx, [visit("1", { ids: { loyalty: "7" }, facts: { birthDate: "1980-01-01" } })], naming);
    await ingest(
      ctx,
      [visit("2", { touchpoint: "order", at: at(3), ids: { userId: "amara" }, asked: ["birthday"] })],
      naming,
    );
    expect((await snapshot(ctx.db))["verdicts"]).toMatchObject([{ verdict: "kept" }]);
    await ingest(ctx, [visit("3", { at: at(4), ids: { userId: "amara", loyalty: "7" } })], naming);
    expect((await snapshot(ctx.db))["verdicts"]).toMatchObject([{ verdict: "broken" }]);
  });
});
