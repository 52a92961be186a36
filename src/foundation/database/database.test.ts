import { expect, it } from "vitest";
import { databaseForThisTest } from "../../../test/database.ts";
import { sql } from "./sql.ts";

it("splices fragments and numbers their binds on", () => {
  const inner = sql`b = ${2} and c = ${3}`;
  expect(sql`select ${1} where ${inner} or d = ${4}`).toMatchObject({
    text: "select $1 where b = $2 and c = $3 or d = $4",
    values: [1, 2, 3, 4],
  });
});

it("copies rows in and counts them", async () => {
  const db = await databaseForThisTest();
  await db.copy("settings (name, value)", ["a\t1\n", "b\t2\n"]);
  expect(await db.one(sql`select count(*) as n from settings`)).toEqual({ n: 2 });
});

it("takes a transaction back when its work fails", async () => {
  const db = await databaseForThisTest();
  const work = db.transaction(async (db) => {
    await db.run(sql`insert into settings (name, value) values (${"a"}, ${"1"})`);
    throw new Error("no");
  });
  await expect(work).rejects.toThrow("no");
  expect(await db.many(sql`select name from settings`)).toEqual([]);
});
