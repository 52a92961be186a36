import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { appFor } from "../../../test/app.ts";
import { freshDatabase } from "../../../test/database.ts";
import { rounds } from "../../../test/soak.ts";
import type { Db } from "../../foundation/database/database.ts";
import { sql } from "../../foundation/database/sql.ts";
import type { App } from "../../foundation/http/index.ts";
import { segmentRoutes } from "../segment/routes.ts";
import { touchRoutes } from "../touches/routes.ts";

// Whatever comes through the doors: no fault of ours, a reason for what is refused, and nothing good lost beside it.
const naming = { key: Buffer.alloc(32, 7), region: "PT" };
const till = {
  kind: "key",
  id: "00000000-0000-8000-8000-000000000011",
  name: "till",
  may: "write",
  source: "till",
} as const;
let db: Db;
let app: App;

beforeAll(async () => {
  const fresh = await freshDatabase();
  db = fresh.db;
  const doorkeeper = { ofKey: () => till, ofSession: () => undefined };
  app = appFor(db, (app) => (touchRoutes(app, { naming }), segmentRoutes(app, { naming, doorkeeper })));
  return fresh.drop;
});

async function post(url: string, payload: string) {
  const headers = { authorization: "Bearer write", "content-type": "application/json" };
  const answer = await app.inject({ method: "POST", url, payload, headers });
  type Body = {
    verdicts?: { messageId: string | null; index: number; verdict: string; reason?: string }[];
    detail?: string;
  };
  return { status: answer.statusCode, ...(answer.json() as Body) };
}

const hostileTexts = [
  "'; drop table touches; --",
  "<script>alert(1)</script>",
  "=cmd|'/c calc'!A1",
  "@SUM(1+1)",
  "a\u0000b",
  "half \ud800",
  "\udfff",
  "\u202eevil",
  "%s%n${7*7}{{7*7}}",
  "__proto__",
  "constructor",
  "\\N",
  "\\.",
  "a\tb\nc\r\nd",
  "\u001f",
  "{}",
  '{a,"b"}',
  "NULL",
  "9".repeat(400),
  "é".repeat(5000),
  "",
  " ",
];
const hostile = fc.oneof(
  fc.constantFrom(...hostileTexts),
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.constantFrom<unknown>(null, true, -0, 1e300, -1e300, 1e-300, 2 ** 53, 12.5, [], {}, [null], { a: { b: [1] } }),
  fc.constantFrom("0000-00-00", "9999-12-31T23:59:59Z", "275760-09-13T00:00:00Z", "2026-05-04T11:00:00+99:99", "1e9"),
  fc.json().map((text) => JSON.parse(text) as unknown),
);

const touch = (messageId: string): object => ({
  messageId,
  at: "2026-05-04T11:00:00Z",
  version: "2026-05-04T11:00:00Z",
  touchpoint: "order",
  channel: "web",
  place: "harbour",
  staff: "ana",
  ids: {
    userId: "anna",
    loyalty: "1",
    email: "a@b.test",
    phone: "+351912345678",
    card: "c",
    booking: "b",
    device: "d",
  },
  facts: { name: "Anna", birthDate: "1990-02-01" },
  lines: [{ item: "tea", name: "Tea", quantity: 1, amountMinor: 250 }],
  currency: "EUR",
  status: "open",
  promisedAt: "2026-05-05T00:00:00Z",
  deliveredAt: "2026-05-05T00:00:00Z",
  expectedAt: "2026-05-05T00:00:00Z",
  waitSeconds: { promised: 1, actual: 2, perceived: 3 },
  asked: ["name"],
  text: "text",
  cancels: "other",
});

const call = (messageId: string): object => ({
  type: "track",
  event: "Order Completed",
  userId: "anna",
  anonymousId: "d",
  previousId: "p",
  groupId: "g",
  messageId,
  timestamp: "2026-05-04T11:00:00Z",
  originalTimestamp: "2026-05-04T11:00:00Z",
  sentAt: "2026-05-04T11:00:00Z",
  name: "Home",
  category: "Docs",
  traits: {
    name: "Anna",
    email: "a@b.test",
    phone: "+351912345678",
    birthday: "1990-02-01",
    company: { name: "Acme" },
    address: { city: "Porto" },
  },
  properties: {
    order_id: `o ${messageId}`,
    total: 1,
    currency: "EUR",
    affiliation: "harbour",
    products: [{ product_id: "p", name: "P", price: 1, quantity: 1 }],
  },
  context: {
    traits: { name: "Anna" },
    externalIds: [{ id: "1", type: "loyalty" }],
    page: { title: "Home", path: "/" },
    app: {},
    device: {},
  },
  integrations: {},
});

/** One member, anywhere in the object, becomes something hostile; so may the name of it. */
function spoilt(object: object): fc.Arbitrary<unknown> {
  const paths = pathsIn(object);
  return fc.tuple(fc.constantFrom(...paths), hostile, fc.boolean()).map(([path, value, rename]) => {
    const copy = structuredClone(object) as Record<string, unknown>;
    const holder = path
      .slice(0, -1)
      .reduce<Record<string, unknown>>((inner, name) => inner[name] as Record<string, unknown>, copy);
    const last = path.at(-1)!;
    if (rename && typeof value === "string")
      Object.defineProperty(holder, value, {
        value: holder[last],
        enumerable: true,
        configurable: true,
        writable: true,
      });
    else holder[last] = value;
    return copy;
  });
}

function pathsIn(object: object): string[][] {
  return Object.entries(object).flatMap(([name, value]) =>
    typeof value === "object" && value !== null
      ? [[name], ...pathsIn(value as object).map((path) => [name, ...path])]
      : [[name]],
  );
}

let sent = 0;

describe.each([
  ["/v1/touches", touch, (all: unknown[]) => all],
  ["/v1/batch", call, (all: unknown[]) => ({ batch: all })],
] as const)("%s", (url, good, body) => {
  it("answers hostile members one by one and keeps their neighbours", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(spoilt(good("hostile")), hostile), { minLength: 1, maxLength: 12 }),
        async (bad) => {
          const round = sent++;
          const all = [good(`first ${round}`), ...bad, good(`last ${round}`)];
          const { status, verdicts = [] } = await post(url, JSON.stringify(body(all)));
          expect(status).toBe(200);
          expect(verdicts.map(({ index }) => index)).toEqual(all.map((_, index) => index));
          expect([verdicts[0]!.verdict, verdicts.at(-1)!.verdict]).toEqual(["accepted", "accepted"]);
          for (const { verdict, reason } of verdicts)
            expect(verdict === "rejected").toBe(typeof reason === "string" && reason !== "");
        },
      ),
      { numRuns: rounds(150, 20_000) },
    );
  });

  it("answers any body at all", async () => {
    const bodies = fc.oneof(
      fc.json(),
      fc.string({ unit: "binary" }),
      spoilt(good("whole")).map((one) => JSON.stringify(one)),
    );
    await fc.assert(
      fc.asyncProperty(bodies, async (text) => {
        const { status, detail } = await post(url, text);
        expect(status === 200 || (status === 400 && typeof detail === "string")).toBe(true);
      }),
      { numRuns: rounds(150, 20_000) },
    );
  });
});

it("keeps text as it was written, whatever it looks like", async () => {
  const texts = hostileTexts.filter((text) => text.trim() !== "" && !/\0|\p{Surrogate}/u.test(text));
  const touches = texts.map((text, n) => ({
    messageId: `kept-${n}`,
    at: "2026-05-04T11:00:00Z",
    touchpoint: "visit",
    ids: { userId: `kept-${n}` },
    text,
    facts: { motto: text.slice(0, 100) },
  }));
  const { verdicts = [] } = await post("/v1/touches", JSON.stringify(touches));
  expect(verdicts.filter(({ verdict }) => verdict !== "accepted")).toEqual([]);
  const kept = await db.many<{ text: string }>(sql`
    select text from touches where facts ->> 'motto' is not null order by text collate "C"`);
  expect(kept.map(({ text }) => text).sort()).toEqual(texts.sort());
});
