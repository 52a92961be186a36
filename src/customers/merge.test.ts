import { describe, expect, it } from "vitest";
import { databaseForThisTest } from "../../test/database.ts";
import { contextOn, naming } from "../../test/play-history.ts";
import { snapshot } from "../../test/snapshot.ts";
import { sql } from "../foundation/database/sql.ts";
import { ingest, type ArrivingRecord } from "../touchpoints/index.ts";
import { identity } from "./identity.ts";
import { mergeCustomers, unmergeCustomers } from "./merge.ts";

const visit = (messageId: string, ids: ArrivingRecord["ids"], name?: string): ArrivingRecord => ({
  source: "till",
  messageId,
  at: Date.UTC(2026, 0, Number(messageId)),
  touchpoint: "visit",
  ids,
  ...(name && { facts: { name } }),
});
const account = (userId: string): string => identity("user id", "till", userId, naming).id;

describe("merging two customers", () => {
  const amara = visit("1", { userId: "amara", email: "amara@example.org" }, "Amara Oduya");
  const herOldAccount = visit("2", { userId: "a.oduya", phone: "030 123456" }, "A. Oduya-Bell");

  it("makes them one although both have an account", async () => {
    const ctx = contextOn(await databaseForThisTest());
    await ingest(ctx, [amara, herOldAccount], naming);
    const { customer } = await mergeCustomers(ctx, { customers: [account("amara"), account("a.oduya")], say: "same" });
    const rows = await ctx.db.many<{ n: number }>(
      sql`select count(*) as n from identities where customer_id = ${customer}`,
    );
    expect(rows).toEqual([{ n: 4 }]);
  });

  it("is undone to the last row", async () => {
    const ctx = contextOn(await databaseForThisTest());
    await ingest(ctx, [amara, herOldAccount], naming);
    const before = await snapshot(ctx.db);
    const { id } = await mergeCustomers(ctx, { customers: [account("amara"), account("a.oduya")], say: "same" });
    expect((await snapshot(ctx.db))["identities"]).not.toEqual(before["identities"]);
    await unmergeCustomers(ctx, id);
    const after = await snapshot(ctx.db);
    expect({ ...after, evidence: after["evidence"]!.filter((row) => !("revoked" in row && row.revoked)) }).toEqual(
      before,
    );
  });

  it("takes asunder what an e-mail address had joined, when somebody says so", async () => {
    const ctx = contextOn(await databaseForThisTest());
    await ingest(ctx, [amara, visit("3", { loyalty: "77", email: "amara@example.org" })], naming);
    const loyalty = identity("loyalty", "main", "77", naming).id;
    await mergeCustomers(ctx, { customers: [loyalty, account("amara")], say: "apart" });
    const rows = await ctx.db.many<{ customer_id: string }>(sql`
      select customer_id from identities where id in (${loyalty}, ${account("amara")}) order by id`);
    expect(new Set(rows.map((row) => row.customer_id)).size).toBe(2);
  });

  it("says which customer is not known", async () => {
    const ctx = contextOn(await databaseForThisTest());
    await expect(mergeCustomers(ctx, { customers: [account("x"), account("y")], say: "same" })).rejects.toThrow(
      "No customer",
    );
  });
});
