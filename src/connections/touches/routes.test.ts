import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { appFor } from "../../../test/app.ts";
import { freshDatabase } from "../../../test/database.ts";
import type { Db } from "../../foundation/database/database.ts";
import { sql } from "../../foundation/database/sql.ts";
import type { App } from "../../foundation/http/index.ts";
import { placeId, settleInstallation } from "../../touchpoints/index.ts";
import { touchRoutes } from "./routes.ts";

const naming = { key: Buffer.alloc(32, 7), region: "PT" };
let db: Db;
let app: App;

beforeAll(async () => {
  const fresh = await freshDatabase();
  db = fresh.db;
  app = appFor(db, (app) => touchRoutes(app, { naming }));
  await settleInstallation(
    { actor: { kind: "system", name: "test" }, db, now: new Date() },
    { zone: "Europe/Lisbon", region: "PT", currency: "EUR" },
  );
  return fresh.drop;
});

type Answer = {
  status: number;
  verdicts?: { messageId: string; index: number; verdict: string; reason?: string }[];
  detail?: string;
};

async function send(payload: string | Buffer, headers: Record<string, string> = {}): Promise<Answer> {
  const answer = await app.inject({
    method: "POST",
    url: "/v1/touches",
    payload,
    headers: { authorization: "Bearer write", "content-type": "application/json", ...headers },
  });
  return { ...(answer.json() as object), status: answer.statusCode };
}

const lines = { "content-type": "application/x-ndjson" };
const visit = (messageId: string, more: object = {}) => ({
  messageId,
  at: "2026-05-04T11:00:00Z",
  touchpoint: "visit",
  ids: { userId: "anna" },
  ...more,
});
const verdictsOf = ({ verdicts = [] }: Answer) => verdicts.map(({ verdict }) => verdict);

describe("touches sent by a till", () => {
  it("are kept with everything they say", async () => {
    const order = visit("t-1", {
      touchpoint: "order",
      version: "2026-05-04T11:05:00Z",
      channel: "In Store",
      place: "harbour",
      staff: "ana",
      ids: {
        userId: "anna",
        loyalty: "L-1",
        email: ["anna@home.test"],
        phone: "912 345 678",
        card: "tok_1",
        booking: "B1",
        device: "d1",
      },
      facts: { name: "Anna Reis", birth_date: "1990-02-01", seats: 2, vip: true, nothing: null },
      lines: [
        { item: "tea", name: "Tea", quantity: 2, amountMinor: 500 },
        { line: "2", item: "cake", quantity: -1 },
      ],
      currency: "EUR",
      promisedAt: "2026-05-05",
      waitSeconds: { promised: 300, actual: 372.4, perceived: 600 },
      asked: ["Birthday"],
      text: "By the window",
    });
    expect(await send(JSON.stringify([order]))).toEqual({
      status: 200,
      success: true,
      verdicts: [{ messageId: "t-1", index: 0, verdict: "accepted" }],
    });
    const touch = await db.one<object>(sql`select * from touches where text = 'By the window'`);
    expect(touch).toMatchObject({
      source: "till",
      channel: "in person",
      place_id: placeId("harbour"),
      currency: "EUR",
      amount_minor: 500,
      wait_actual_seconds: 372,
      asked: ["birthDate"],
      facts: { name: "Anna Reis", birthDate: "1990-02-01", seats: "2", vip: "true" },
      // A day without a zone begins when the clocks at the place say so.
      promised_at: new Date("2026-05-04T23:00:00Z"),
    });
  });

  it("are the same however often they come, and corrected by a later version", async () => {
    const first = visit("t-2", { text: "early" });
    const later = visit("t-2", { text: "late", version: "2026-05-04T11:30:00Z" });
    expect(verdictsOf(await send(JSON.stringify([first])))).toEqual(["accepted"]);
    expect(verdictsOf(await send(JSON.stringify([first, later, first, later])))).toEqual([
      "duplicate",
      "accepted",
      "duplicate",
      "duplicate",
    ]);
    expect(await db.many(sql`select text from touches where text in ('early', 'late')`)).toEqual([{ text: "late" }]);
  });

  it("are refused one by one, with the reason", async () => {
    const { verdicts } = await send(
      JSON.stringify([
        visit("bad-1", { at: "2026-05-04T12:11:00Z" }),
        visit("good-1"),
        visit("bad-2", { channel: "telepathy" }),
        { touchpoint: "visit", at: "2026-05-04T11:00:00Z" },
        visit("bad-3", { at: "0026-05-04T11:00:00Z" }),
        visit("bad-4", { lines: [{ item: "a", quantity: 1, amountMinor: 1e15 }] }),
        visit("bad-5", { currency: "QQQ" }),
        "nonsense",
        visit("bad-6", { colour: "red" }),
        visit("bad-7", { at: "2026-02-30T11:00:00Z" }),
        visit("bad\u0000-8"),
        visit("bad-9", { text: "half \ud800" }),
      ]),
    );
    expect(verdicts).toMatchObject([
      {
        messageId: "bad-1",
        index: 0,
        verdict: "rejected",
        reason: expect.stringContaining("more than ten minutes ahead"),
      },
      { messageId: "good-1", index: 1, verdict: "accepted" },
      { messageId: "bad-2", index: 2, reason: expect.stringContaining("channel is not one we know") },
      { messageId: null, index: 3, reason: "messageId is missing" },
      { messageId: "bad-3", reason: "at is before 1900" },
      { messageId: "bad-4", reason: expect.stringContaining("lines.0.amountMinor") },
      { messageId: "bad-5", reason: expect.stringContaining("no ISO 4217 code") },
      { messageId: null, reason: "this is no object" },
      { messageId: "bad-6", reason: "colour is not known here" },
      { messageId: "bad-7", reason: expect.stringContaining("at is no date") },
      { reason: "messageId holds a control character" },
      { messageId: "bad-9", reason: expect.stringContaining("half a surrogate pair") },
    ]);
  });

  it("may come one a line, gzipped or not, with lines that are none refused by themselves", async () => {
    const body = `${JSON.stringify(visit("l-1"))}\r\n\n{"messageId":\n${JSON.stringify(visit("l-2"))}\n"text"\n${JSON.stringify(visit("l-3"))}`;
    const expected = [
      { messageId: "l-1", index: 0, verdict: "accepted" },
      { messageId: null, index: 1, verdict: "rejected", reason: "the line is no JSON object" },
      { messageId: "l-2", index: 2, verdict: "accepted" },
      { messageId: null, index: 3, verdict: "rejected", reason: "this is no object" },
      { messageId: "l-3", index: 4, verdict: "accepted" },
    ];
    expect((await send(body, lines)).verdicts).toEqual(expected);
    expect(verdictsOf(await send(gzipSync(body), { ...lines, "content-encoding": "gzip" }))).toEqual([
      "duplicate",
      "rejected",
      "duplicate",
      "rejected",
      "duplicate",
    ]);
    expect(verdictsOf(await send(body))).toEqual(["duplicate", "rejected", "duplicate", "rejected", "duplicate"]);
    expect(verdictsOf(await send(JSON.stringify(visit("l-1"))))).toEqual(["duplicate"]);
  });

  it("come in their thousands", async () => {
    const many = Array.from({ length: 2500 }, (_, n) => visit(`many-${n}`, { ids: { userId: `u${n % 50}` } }));
    const { verdicts = [] } = await send(many.map((one) => JSON.stringify(one)).join("\n"), lines);
    expect(
      verdicts.every(({ verdict, index, messageId }) => verdict === "accepted" && messageId === `many-${index}`),
    ).toBe(true);
    expect(verdicts).toHaveLength(2500);
  });
});

describe("a body", () => {
  it.each([
    ["empty", "", 400],
    ["no JSON", "[{", 400],
    ["no UTF-8", Buffer.from([0x5b, 0x22, 0xff, 0x22, 0x5d]), 400],
    ["too large", Buffer.alloc(9 * 1024 * 1024, "["), 413],
    ["a bomb", gzipSync(Buffer.alloc(64 * 1024 * 1024, "[")), 413],
    ["nested without end", "[".repeat(100_000), 400],
  ])("that is %s is refused", async (_name, body, status) => {
    expect(await send(body)).toMatchObject({ status, detail: expect.any(String) });
  });

  it("of lines that is no gzip though labelled so is refused", async () => {
    expect(await send("{}", { ...lines, "content-encoding": "gzip" })).toMatchObject({ status: 400 });
    expect(await send("{}", { ...lines, "content-encoding": "zstd" })).toMatchObject({ status: 400 });
  });

  it("with a line that has no end is refused there, and read on after it", async () => {
    const body = `${"x".repeat(3 * 1024 * 1024)}\n${JSON.stringify(visit("after-the-long-one"))}`;
    expect((await send(body, lines)).verdicts).toMatchObject([
      { verdict: "rejected", reason: "the line is over 1048576 bytes" },
      { verdict: "accepted" },
    ]);
  });

  it("is taken from a write key only", async () => {
    for (const [who, status] of [
      ["read", 403],
      ["manager", 403],
      ["nobody", 401],
    ] as const) {
      expect(await send("[]", { authorization: `Bearer ${who}` })).toMatchObject({ status });
    }
  });
});
