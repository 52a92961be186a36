import { describe, expect, it } from "vitest";
import { databaseForThisTest } from "../../../test/database.ts";
import type { Context } from "../../foundation/context.ts";
import { sql } from "../../foundation/database/sql.ts";
import type { ArrivingRecord } from "../../touchpoints/index.ts";
import { decimalsOf, isCurrency } from "./currency.ts";
import { fileArrivals, type Arrival } from "./file-arrivals.ts";
import { implausible } from "./implausible.ts";

const naming = { key: Buffer.alloc(32, 7), region: "PT" };
const now = new Date("2026-06-01T12:00:00Z");

function visit(messageId: string, more: Partial<ArrivingRecord> = {}): ArrivingRecord {
  return { source: "till", messageId, at: now.getTime(), touchpoint: "visit", ids: { userId: "anna" }, ...more };
}

const one = (record: ArrivingRecord): Arrival => ({ messageId: record.messageId, records: [record] });

describe("filing what came through a door", () => {
  it("does not refuse a batch for one message that the database cannot hold", async () => {
    const db = await databaseForThisTest();
    const ctx: Context = { actor: { kind: "system", name: "test" }, db, now };
    // No rule of ours knows of this.
    await db.script("alter table touches alter column text type varchar(10)");
    const arrivals = ["short", "fits", "much too long for it", "fine", "good"].map((text, n) =>
      one(visit(`${n}`, { text })),
    );
    const verdicts = await fileArrivals(ctx, arrivals, naming);
    expect(verdicts.map(({ verdict }) => verdict)).toEqual([
      "accepted",
      "accepted",
      "rejected",
      "accepted",
      "accepted",
    ]);
    expect(verdicts[2]).toEqual({
      messageId: "2",
      index: 2,
      verdict: "rejected",
      reason: "a value in it is outside what can be kept",
    });
    expect(await db.one(sql`select count(*) as n from touches`)).toEqual({ n: 4 });
  });

  it("says one verdict of a message that several records tell", async () => {
    const ctx: Context = { actor: { kind: "system", name: "test" }, db: await databaseForThisTest(), now };
    const order: Arrival = {
      messageId: "o-1",
      records: [
        visit("o-1", { touchpoint: "order", part: "order" }),
        visit("o-1", { touchpoint: "order", part: "status", lines: [{ item: "tea", quantity: 1 }] }),
      ],
    };
    const file = () => fileArrivals(ctx, [{ messageId: null, refused: "it is no order" }, order], naming, 7);
    expect(await file()).toEqual([
      { messageId: null, index: 7, verdict: "rejected", reason: "it is no order" },
      { messageId: "o-1", index: 8, verdict: "accepted" },
    ]);
    expect((await file())[1]).toEqual({ messageId: "o-1", index: 8, verdict: "duplicate" });
  });
});

it.each<[Partial<ArrivingRecord>, string]>([
  [{ at: now.getTime() + 601_000 }, "at is more than ten minutes ahead of our clock"],
  [{ at: Number.NaN }, "at is no time"],
  [{ at: Date.UTC(1899, 0, 1) }, "at is before 1900"],
  [{ promisedAt: Date.UTC(2201, 0, 1) }, "promisedAt is after 2200"],
  [{ version: now.getTime() + 601_000 }, "version is more than ten minutes ahead of our clock"],
  [{ touchpoint: " " }, "touchpoint is empty"],
  [{ place: "a\u001fb" }, "place holds a control character"],
  [
    { ids: { email: Array.from({ length: 21 }, (_, n) => `${n}@b.test`) } },
    "ids.email has 21 entries; 20 are the most",
  ],
  [
    { ids: { loyalty: { programme: "x".repeat(321), number: "1" } } },
    "ids.programme has 321 characters; 320 are the most",
  ],
  [{ facts: { "": "x" } }, "a fact's name is empty"],
  [{ lines: [{ item: "tea", quantity: 1e10 }] }, "lines[0].quantity is 10000000000; 1000000000 is the most"],
  [
    { lines: [{ item: "tea", quantity: 1, amountMinor: 0.5 }] },
    "lines[0].amountMinor is no whole number of minor units",
  ],
  [{ currency: "EURO" }, 'currency "EURO" is no ISO 4217 code'],
  [{ waitSeconds: { actual: -1 } }, "waitSeconds.actual is negative"],
  [{ text: "x".repeat(20_001) }, "text has 20001 characters; 20000 are the most"],
  [{ status: "\ud800" }, "status holds half a surrogate pair, which is no character"],
])("says why %j cannot be true", (wrong, reason) => {
  expect(implausible(visit("1"), now)).toBeUndefined();
  expect(implausible(visit("1", wrong), now)).toBe(reason);
});

it("knows how small money gets", () => {
  expect(["EUR", "JPY", "KWD", "IQD", "CLF"].map(decimalsOf)).toEqual([2, 0, 3, 3, 4]);
  expect(["EUR", "eur", "QQQ", "EURO", ""].map(isCurrency)).toEqual([true, false, false, false, false]);
});
