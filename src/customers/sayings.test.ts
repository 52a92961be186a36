import { describe, expect, it } from "vitest";
import { appFor } from "../../test/app.ts";
import { databaseForThisTest } from "../../test/database.ts";
import { contextOn, naming } from "../../test/play-history.ts";
import { snapshot } from "../../test/snapshot.ts";
import { openAuditLog } from "../foundation/audit.ts";
import { sql } from "../foundation/database/sql.ts";
import { ingest, type ArrivingRecord } from "../touchpoints/index.ts";
import { foreseeMerge } from "./foresee-merge.ts";
import { identity } from "./identity.ts";
import { mergeCustomers, unmergeCustomers } from "./merge.ts";
import { mergeRoutes } from "./routes.ts";
import { sayingsOf } from "./sayings.ts";

const visit = (messageId: string, ids: ArrivingRecord["ids"], name?: string): ArrivingRecord => ({
  source: "till",
  messageId,
  at: Date.UTC(2026, 0, Number(messageId)),
  touchpoint: "visit",
  ids,
  ...(name && { facts: { name } }),
});
const account = (userId: string): string => identity("user id", "till", userId, naming).id;

/** Amara, her old account, and Tunde, who uses her telephone. */
async function town() {
  const ctx = contextOn(await databaseForThisTest());
  await ingest(
    ctx,
    [
      visit("1", { userId: "amara", email: "amara@example.org" }, "Amara Oduya"),
      visit("2", { userId: "a.oduya", phone: "030 1234567" }, "A. Oduya-Bell"),
      visit("3", { userId: "tunde", phone: "030 1234567" }, "Tunde Oduya"),
    ],
    naming,
  );
  return ctx;
}
const both = { customers: [account("amara"), account("a.oduya")] as [string, string] };

describe("what was said of a customer", () => {
  it("stands on both customers' pages: who, when, why, and between whom", async () => {
    const ctx = await town();
    await mergeCustomers(ctx, { ...both, say: "same", reason: "She told me she married" });
    const { sayings } = await sayingsOf(ctx, account("a.oduya"), { limit: 10 });
    expect(sayings).toMatchObject([
      {
        at: ctx.now.toISOString(),
        by: "test",
        say: "same",
        reason: "She told me she married",
        between: [
          { name: "Amara Oduya", knownBy: "account amara (till)" },
          { name: "A. Oduya-Bell", knownBy: "account a.oduya (till)" },
        ],
        takenBack: null,
      },
    ]);
  });

  it("is still there when it was taken back, and by whom", async () => {
    const ctx = await town();
    const { id } = await mergeCustomers(ctx, { ...both, say: "same" });
    await unmergeCustomers(ctx, id);
    for (const one of both.customers) {
      const { sayings } = await sayingsOf(ctx, one, { limit: 10 });
      expect(sayings).toMatchObject([{ id, takenBack: { by: "test" } }]);
    }
    expect((await sayingsOf(ctx, account("tunde"), { limit: 10 })).sayings).toEqual([]);
  });

  it("is read page by page, the latest first", async () => {
    const ctx = await town();
    for (let n = 0; n < 5; n++) {
      await mergeCustomers(
        { ...ctx, now: new Date(ctx.now.getTime() + n) },
        { ...both, say: n % 2 ? "apart" : "same" },
      );
    }
    const seen: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await sayingsOf(ctx, account("amara"), { limit: 2, ...(cursor && { cursor }) });
      seen.push(...page.sayings.map(({ at }) => at));
      cursor = page.next;
    }
    expect(seen).toHaveLength(5);
    expect(seen).toEqual(seen.toSorted().reverse());
  });
});

describe("what would follow", () => {
  it("is told exactly, and nothing is said yet", async () => {
    const ctx = await town();
    const before = await snapshot(ctx.db);
    const foreseen = await foreseeMerge(ctx, { ...both, say: "same" });
    expect(await snapshot(ctx.db)).toEqual(before);

    await mergeCustomers(ctx, { ...both, say: "same" });
    for (const { customer, identifiers } of foreseen.customers) {
      expect(await ctx.db.one(sql`select count(*) as n from identities where customer_id = ${customer}`)).toEqual({
        n: identifiers.length,
      });
    }
  });

  it("shows a value that would go to somebody else", async () => {
    const ctx = await town();
    // The telephone came with the old account first; without that account it is Tunde's.
    const phone = identity("phone", "", "+49301234567", naming).id;
    const { customers } = await foreseeMerge(ctx, { customers: [account("a.oduya"), phone], say: "apart" });
    const tundes = customers.find(({ name }) => name === "Tunde Oduya");
    expect(tundes?.identifiers).toEqual([
      { says: "account tunde (till)", now: account("tunde") },
      { says: "phone •••• 4567", now: account("a.oduya") },
    ]);
  });
});

describe("the doors", () => {
  it("are for those who lead, who are written down as having looked", async () => {
    const ctx = await town();
    const audit = openAuditLog(ctx.db, () => ctx.now);
    const app = appFor(ctx.db, (app) => mergeRoutes(app, { audit }), ctx.now);
    const ask = (method: "GET" | "POST", url: string, as: string, payload?: object) =>
      app.inject({ method, url, headers: { authorization: `Bearer ${as}` }, ...(payload && { payload }) });
    const merge = { ...both, say: "same" };
    expect((await ask("POST", "/v1/merges/foreseen", "front line", merge)).statusCode).toBe(403);
    expect((await ask("POST", "/v1/merges/foreseen", "manager", merge)).json().customers).toHaveLength(1);
    expect((await ask("POST", "/v1/merges", "manager", merge)).statusCode).toBe(200);
    const { sayings } = (await ask("GET", `/v1/customers/${account("amara")}/sayings`, "manager")).json();
    expect(sayings).toMatchObject([{ by: "manager", say: "same" }]);
    expect((await ask("GET", "/v1/customers/00000000-0000-8000-8000-00000000beef/sayings", "manager")).statusCode).toBe(
      404,
    );
    expect((await ask("GET", `/v1/customers/${account("amara")}/sayings?cursor=1`, "manager")).statusCode).toBe(400);
    await audit.flush();
    const looks = await ctx.db.many<{ why: string }>(sql`select why from audit where actor_name = 'manager'`);
    expect(looks.map(({ why }) => why).sort()).toEqual(["merge foreseen", "merge foreseen", "what was said opened"]);
    await app.close();
  });
});
