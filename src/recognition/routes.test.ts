import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { appFor } from "../../test/app.ts";
import { amara, castNaming, fillCafe, saturday } from "../../test/cast.ts";
import { freshDatabase } from "../../test/database.ts";
import { openAuditLog, type AuditLog } from "../foundation/audit.ts";
import type { Db } from "../foundation/database/database.ts";
import { sql } from "../foundation/database/sql.ts";
import type { App } from "../foundation/http/index.ts";
import { ledgerRoutes, timelineRoutes } from "../touchpoints/index.ts";
import { openMemory } from "./memory.ts";
import { recognitionRoutes } from "./routes.ts";

let db: Db;
let app: App;
let audit: AuditLog;
let drop: () => Promise<void>;

beforeAll(async () => {
  const fresh = await freshDatabase();
  ({ db, drop } = fresh);
  await fillCafe(db);
  audit = openAuditLog(db, () => saturday);
  const house = { reader: db, memory: openMemory(db), naming: castNaming, search: () => [], audit };
  const hang = (app: App): void => {
    recognitionRoutes(app, house);
    timelineRoutes(app, house);
    ledgerRoutes(app, house);
  };
  app = appFor(db, hang, saturday);
});
afterAll(async () => {
  await audit.flush();
  await app.close();
  await drop();
});

// What a door answers is looked at field by field: its shape is the contract, not the compiler.
type Answer = { readonly status: number; readonly body: ReturnType<typeof JSON.parse> };

async function get(url: string, as = "manager"): Promise<Answer> {
  const answer = await app.inject({ url, headers: { authorization: `Bearer ${as}` } });
  return { status: answer.statusCode, body: answer.json() };
}

const looks = async (): Promise<object[]> => {
  await audit.flush();
  return db.many(sql`select actor_name as who, why, fields from audit order by at, id`);
};

describe("recognising over HTTP", () => {
  it("opens the card and writes down who looked, once", async () => {
    const { status, body } = await get(`/v1/recognise?email=${amara.email}&place=corner`, "read");
    expect(status).toBe(200);
    expect(body.card.customer.name).toBe("Amara Oduya");
    expect(body.matches).toMatchObject([
      { customer: body.card.customer.id, score: 1, reasons: ["same email address"] },
    ]);
    expect(await looks()).toMatchObject([{ who: "wallboard", why: "card opened" }]);
  });

  it("writes nothing down where no card is opened", async () => {
    const before = await looks();
    const { body } = await get(`/v1/recognise?q=${amara.loyalty}&matchesOnly=true`);
    expect(body).toMatchObject({ matches: [{ name: "Amara Oduya" }], card: null });
    expect(await looks()).toEqual(before);
  });

  it("lets nobody look who may not, and says what is wrong with a question", async () => {
    expect((await get(`/v1/recognise?q=amara`, "executive")).status).toBe(403);
    expect((await get(`/v1/recognise?q=amara`, "write")).status).toBe(403);
    expect(await get(`/v1/recognise?q=amara&id=1`)).toMatchObject({
      status: 400,
      body: { detail: expect.stringContaining("exactly one") },
    });
    expect(await get(`/v1/recognise?email=a@b.example&place=moon`)).toMatchObject({
      status: 400,
      body: { detail: expect.stringContaining("moon") },
    });
    expect((await get(`/v1/recognise?email=a@b.example&at=yesterday`)).status).toBe(400);
    expect((await get(`/v1/recognise?nonsense=1`)).status).toBe(400);
  });

  it("answers whatever is typed", async () => {
    for (const q of [
      "'; drop table touches; --",
      "<b>",
      "%",
      "\u0661\u0662\u0663\u0664\u0665",
      "+",
      "a@",
      "0".repeat(320),
      "🥐",
    ]) {
      expect((await get(`/v1/recognise?q=${encodeURIComponent(q)}`)).status, q).toBe(200);
    }
  });

  it("shows a customer, and says so when there is none", async () => {
    const { body } = await get(`/v1/recognise?email=${amara.email}`);
    expect((await get(`/v1/customers/${body.card.customer.id}`)).body).toMatchObject({
      name: "Amara Oduya",
      visits: 31,
    });
    expect((await get(`/v1/customers/00000000-0000-8000-8000-000000000000`)).status).toBe(404);
    expect((await get(`/v1/arrivals?place=corner`)).body.arrivals).toMatchObject([{ name: "Ben Okafor" }]);
  });
});

describe("who is expected", () => {
  it("is whoever comes before the day ends, and shortly after midnight too", async () => {
    const expected = async (at: string): Promise<string[]> =>
      (await get(`/v1/arrivals?place=corner&at=${at}`)).body.arrivals.map(({ name }: { name: string }) => name);
    expect(await expected("2026-11-21T19:10:00Z")).toEqual(["Ben Okafor"]);
    // The evening before, Ben's table is tomorrow's.
    expect(await expected("2026-11-20T23:50:00Z")).not.toContain("Ben Okafor");
    await db.run(sql`update touches set expected_at = '2026-11-21T00:10:00Z' where expected_at is not null`);
    expect(await expected("2026-11-20T23:50:00Z")).toContain("Ben Okafor");
    await db.run(sql`update touches set expected_at = '2026-11-21T19:30:00Z' where expected_at is not null`);
  });
});

describe("the timeline", () => {
  it("pages through a customer's contacts without a gap or a repetition", async () => {
    const { body } = await get(`/v1/recognise?email=${amara.email}`);
    const seen: string[] = [];
    for (let next: string | null = ""; next !== null;) {
      const page: Answer = await get(
        `/v1/customers/${body.card.customer.id}/timeline?limit=7${next && `&cursor=${next}`}`,
      );
      expect(page.status).toBe(200);
      seen.push(...page.body.touches.map(({ id }: { id: string }) => id));
      next = page.body.next;
    }
    expect(new Set(seen).size).toBe(31);
    expect(seen).toHaveLength(31);
  });

  it("tells of each contact where, with whom, what, and what became of the promise", async () => {
    const { body } = await get(`/v1/touches?place=corner&verdict=broken`);
    expect(body).toMatchObject({
      next: null,
      touches: [
        {
          name: "Amara Oduya",
          at: "2026-11-17T08:20:00.000Z",
          zone: "Europe/Lisbon",
          touchpoint: { code: "visit" },
          place: { code: "corner", name: "Café on the corner" },
          staff: { code: "ana", name: "Ana" },
          waitSeconds: { promised: 300, actual: 840, perceived: null },
          lines: expect.arrayContaining([{ item: "flat-white", name: "Flat white", quantity: 1, amountMinor: 280 }]),
          promises: [{ wording: "served in 5 minutes", verdict: "broken" }],
        },
      ],
    });
  });

  it("narrows by place, touchpoint, employee and time", async () => {
    const count = async (query: string): Promise<number> =>
      (await get(`/v1/touches?limit=200&${query}`)).body.touches.length;
    expect(await count("")).toBe(35);
    expect(await count("staff=maya")).toBe(10);
    const { id } = await db.one<{ id: string }>(sql`select id from staff where code = 'maya'`);
    expect(await count(`staff=${id}`)).toBe(10);
    expect(await count("touchpoint=booking")).toBe(1);
    expect(await count("place=station")).toBe(0);
    expect(await count("from=2026-11-01T00:00:00Z&to=2026-11-17T08:20:00Z")).toBe(9);
  });

  it("refuses a cursor that is not ours, and is not for the front line as a whole", async () => {
    expect((await get(`/v1/touches?cursor=abc`)).status).toBe(400);
    expect((await get(`/v1/touches`, "front line")).status).toBe(403);
  });
});

describe("the promise ledger", () => {
  const year = "from=2026-01-01T00:00:00Z";

  it("counts what was kept of what could be judged, with an interval, and unknown apart", async () => {
    const { body } = await get(`/v1/ledger?${year}`, "executive");
    expect(body.total).toMatchObject({ kept: 29, broken: 1, unknown: 3, share: { n: 30 } });
    expect(body.total.share.value).toBeCloseTo(29 / 30, 9);
    expect(body.total.share.low).toBeLessThan(body.total.share.value);
    expect(body.figures).toMatchObject([{ name: "Visit: served in 5 minutes", broken: 1 }]);
  });

  it.each(["promise", "touchpoint", "place", "week"])(
    "has the rows behind every figure by %s, no more and no fewer",
    async (by) => {
      const { body } = await get(`/v1/ledger?by=${by}&${year}`);
      let sum = 0;
      for (const figure of body.figures) {
        const rows = (await get(`${figure.rows}&limit=200`)).body.rows;
        const count = (verdict: string): number =>
          rows.filter((row: { verdict: string }) => row.verdict === verdict).length;
        expect({ kept: count("kept"), broken: count("broken"), unknown: count("unknown") }, figure.name).toEqual({
          kept: figure.kept,
          broken: figure.broken,
          unknown: figure.unknown,
        });
        sum += rows.length;
      }
      expect(sum).toBe(33);
    },
  );

  it("says that nothing was counted where nothing was promised", async () => {
    const { body } = await get(`/v1/ledger?place=station`);
    expect(body).toMatchObject({ figures: [], total: { kept: 0, share: { cannotSay: "nothing was counted yet" } } });
  });

  it("names the customer and the evidence in every row, page by page", async () => {
    const first = (await get(`/v1/ledger/rows?${year}&verdict=broken`)).body;
    expect(first.rows).toMatchObject([
      {
        name: "Amara Oduya",
        verdict: "broken",
        promise: "served in 5 minutes",
        evidence: { says: expect.any(String) },
      },
    ]);
    const page = (await get(`/v1/ledger/rows?${year}&limit=20`)).body;
    const rest = (await get(`/v1/ledger/rows?${year}&limit=20&cursor=${page.next}`)).body;
    expect(page.rows.length + rest.rows.length).toBe(33);
    expect(rest.next).toBeNull();
  });

  it("shows an executive the rows behind a figure without a name, and writes down that they looked", async () => {
    const { status, body } = await get(`/v1/ledger/rows?${year}&verdict=broken`, "executive");
    expect(status).toBe(200);
    expect(body.rows).toMatchObject([{ name: null, verdict: "broken", evidence: { says: expect.any(String) } }]);
    expect(JSON.stringify(body)).not.toMatch(/Amara|@/);
    expect(await looks()).toContainEqual({ who: "executive", why: "listed", fields: ["promises"] });
  });
});
