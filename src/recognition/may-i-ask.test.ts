import { beforeAll, afterAll, describe, expect, it } from "vitest";
import { appFor } from "../../test/app.ts";
import { amara, castNaming, fillCafe, saturday } from "../../test/cast.ts";
import { freshDatabase } from "../../test/database.ts";
import { openAuditLog, type AuditLog } from "../foundation/audit.ts";
import type { Db } from "../foundation/database/database.ts";
import { sql } from "../foundation/database/sql.ts";
import type { App } from "../foundation/http/index.ts";
import { ingest } from "../touchpoints/index.ts";
import { openMemory } from "./memory.ts";
import { recognitionRoutes } from "./routes.ts";

let db: Db;
let app: App;
let audit: AuditLog;
let drop: () => Promise<void>;
let customer: string;

beforeAll(async () => {
  ({ db, drop } = await freshDatabase());
  const ctx = await fillCafe(db);
  const told = (messageId: string, at: string, facts: Record<string, string>) => {
    return { source: "till", messageId, at: Date.parse(at), touchpoint: "visit", ids: amara, facts };
  };
  await ingest(
    ctx,
    [
      told("moved", "2024-03-01T10:00:00Z", { address: "Mill Lane 9" }),
      told("sat", "2026-11-21T08:00:00Z", { table: "7" }),
      told("ate", "2026-11-17T08:21:00Z", { partySize: "2" }),
    ],
    castNaming,
  );
  audit = openAuditLog(db, () => saturday);
  const house = { reader: db, memory: openMemory(db), naming: castNaming, search: () => [], audit };
  app = appFor(db, (app) => recognitionRoutes(app, house), saturday);
  customer = (await get(`/v1/recognise?email=${amara.email}`)).body.card.customer.id;
});
afterAll(async () => {
  await audit.flush();
  await app.close();
  await drop();
});

async function get(url: string, as = "manager") {
  const answer = await app.inject({ url, headers: { authorization: `Bearer ${as}` } });
  return { status: answer.statusCode, body: answer.json() };
}

const mayIAsk = async (fact: string, as?: string) => (await get(`/v1/customers/${customer}/ask?fact=${fact}`, as)).body;

describe("may I ask them this?", () => {
  it("not what they told us, which is said instead", async () => {
    expect(await mayIAsk("Date%20of%20birth")).toEqual({
      customer,
      fact: "birthDate",
      ask: false,
      because: "they said so on 2019-05-06",
      scope: "person",
      known: "1984-03-02",
      masked: false,
      since: "2019-05-06T08:00:00.000Z",
      source: "till",
      freshUntil: null,
    });
  });

  it("what they never said", async () => {
    expect(await mayIAsk("shoeSize")).toMatchObject({
      ask: true,
      because: "they have never said so",
      known: null,
      since: null,
    });
  });

  it("whether it is still so, when it has gone stale", async () => {
    expect(await mayIAsk("address")).toMatchObject({
      ask: true,
      because: "last said before 2025-03-01: is it still so?",
      known: "Mill Lane 9",
    });
  });

  it("what is another each visit, unless they said it for this one", async () => {
    expect(await mayIAsk("table")).toMatchObject({ ask: false, because: "they said so for this visit", known: "7" });
    expect(await mayIAsk("partySize")).toMatchObject({ ask: true, scope: "visit", known: null });
  });

  it("by the same rule as the card", async () => {
    const { card } = (await get(`/v1/recognise?id=${customer}`)).body;
    const listed = card.doNotAsk.map(({ fact }: { fact: string }) => fact);
    expect(listed).toContain("email");
    expect(listed).not.toContain("table");
    expect(listed).not.toContain("address");
    for (const fact of listed) expect((await mayIAsk(fact)).ask, fact).toBe(false);
    expect(card.worthAsking).toMatchObject({ fact: "address" });
  });

  it("and is told no more than the role needs: a key that only writes, no answers at all", async () => {
    expect(await mayIAsk("email", "front line")).toMatchObject({ ask: false, known: "a•••@example.org", masked: true });
    expect(await mayIAsk("allergy", "front line")).toMatchObject({ known: "nuts", masked: false });
    expect(await mayIAsk("allergy", "write")).toMatchObject({ ask: false, known: null });
    expect((await get(`/v1/customers/${customer}/ask?fact=email`, "executive")).status).toBe(403);
  });

  it("writes down the look, and counts nothing", async () => {
    await mayIAsk("favouriteColour");
    await audit.flush();
    const looks = await db.many(
      sql`select customer_id as customer, fields from audit where why = 'may I ask' order by at, id`,
    );
    expect(looks).toContainEqual({ customer, fields: ["favouriteColour"] });
    expect(await db.one(sql`select (select count(*) from asks) + (select count(*) from reasks) as n`)).toEqual({
      n: 0,
    });
  });

  it("of nobody we know is not answered", async () => {
    expect((await get("/v1/customers/00000000-0000-8000-8000-00000000beef/ask?fact=email")).status).toBe(404);
    expect((await get(`/v1/customers/${customer}/ask?fact=%3F`)).status).toBe(400);
  });
});
