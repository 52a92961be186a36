import { expect, it } from "vitest";
import { databaseForThisTest } from "../../../test/database.ts";
import type { Context } from "../../foundation/context.ts";
import { sql } from "../../foundation/database/sql.ts";
import { randomId } from "../../foundation/ids.ts";
import { trimChanges } from "./trim-changes.ts";

it("forgets changes older than two hours, once, and keeps the others", async () => {
  const db = await databaseForThisTest();
  const ctx: Context = { actor: { kind: "system", name: "test" }, db, now: new Date("2026-06-01T12:00:00Z") };
  const [old, kept, latest] = ["09:59:59", "10:00:00", "12:00:00"].map((time) => new Date(`2026-06-01T${time}Z`));
  for (const at of [old, kept, latest])
    await db.run(sql`insert into changes (at, identities) values (${at}, ${[randomId()]}::uuid[])`);

  expect(await trimChanges(ctx)).toBe(1);
  expect(await trimChanges(ctx)).toBe(0);
  expect(await db.many(sql`select at from changes order by at`)).toEqual([{ at: kept }, { at: latest }]);
});
