import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { employee } from "../../test/app.ts";
import { databaseForThisTest } from "../../test/database.ts";
import { LooksStopped, openAuditLog } from "./audit.ts";
import type { Db } from "./database/database.ts";
import { sql } from "./database/sql.ts";

const maya = employee("front line");
const clock = (): Date => new Date("2026-05-04T12:00:00Z");
const oduya = {
  customer: "00000000-0000-8000-8000-0000000000aa",
  why: "recognised by email",
  fields: ["name", "usual"],
};

const written = (db: Db) => db.many(sql`select actor_name, customer_id, why, fields from audit`);

describe("looking at a customer", () => {
  it("is written down soon, without being waited for", async () => {
    const db = await databaseForThisTest();
    const audit = openAuditLog(db, clock);
    audit.assertCanLook();
    audit.look(maya, oduya);
    await expect
      .poll(() => written(db), { timeout: 2000 })
      .toEqual([
        {
          actor_name: "front line",
          customer_id: oduya.customer,
          why: "recognised by email",
          fields: ["name", "usual"],
        },
      ]);
  });

  it("is written down to the last entry when the server stops", async () => {
    const db = await databaseForThisTest();
    const audit = openAuditLog(db, clock);
    for (let look = 0; look < 500; look++) audit.look(maya, oduya);
    await audit.flush();
    expect(await written(db)).toHaveLength(500);
  });

  it("stops for everybody while it cannot be written down, and loses no entry", async () => {
    const db = await databaseForThisTest();
    const audit = openAuditLog(db, clock);
    await db.script("alter table audit rename to audit_away");
    audit.look(maya, oduya);
    await expect(audit.flush()).rejects.toThrow();
    expect(() => audit.assertCanLook()).toThrow(LooksStopped);

    await db.script("alter table audit_away rename to audit");
    await expect.poll(() => written(db), { timeout: 3000 }).toHaveLength(1);
    expect(() => audit.assertCanLook()).not.toThrow();
  });

  it("stops when writing takes too long", async () => {
    const db = await databaseForThisTest();
    const slow: Db = { ...db, run: () => new Promise(() => {}) };
    const audit = openAuditLog(slow, clock);
    audit.look(maya, oduya);
    await pause(1100);
    expect(() => audit.assertCanLook()).toThrow(LooksStopped);
  });
});
