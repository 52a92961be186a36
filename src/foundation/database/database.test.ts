import { describe, expect, it } from "vitest";
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

describe("statements that leave a transaction together", () => {
  const broken = sql`insert into settings (name, value) values (${"a"}, ${"no JSON"})`;
  const fine = sql`insert into settings (name, value) values (${"b"}, ${"1"})`;

  it("are answered each by its own", async () => {
    const db = await databaseForThisTest();
    const answers = await db.transaction((db) =>
      Promise.all([
        db.run(fine),
        db.copy("settings (name, value)", ["c\t2\n"]),
        db.many(sql`select name from settings order by name`),
      ]),
    );
    expect(answers).toEqual([1, undefined, [{ name: "b" }, { name: "c" }]]);
  });

  it("fail with the first one's reason, COPY among them, and leave nothing", async () => {
    const db = await databaseForThisTest();
    const work = db.transaction((db) =>
      Promise.all([
        db.run(fine),
        deeper(() => db.run(broken)),
        db.copy("settings (name, value)", ["c\t2\n"]),
        db.run(fine),
      ]),
    );
    await expect(work).rejects.toThrow("invalid input syntax for type json");
    expect(await db.many(sql`select name from settings`)).toEqual([]);
  });

  it("are refused once one of them has ended the transaction", async () => {
    const db = await databaseForThisTest();
    let late: Promise<unknown> | undefined;
    const work = db.transaction(async (inside) => {
      late = new Promise((resolve) => setTimeout(resolve, 200)).then(() => inside.run(fine));
      await inside.run(broken);
    });
    await expect(work).rejects.toThrow("invalid input syntax for type json");
    await expect(late).rejects.toThrow("The transaction is over.");
    expect(await db.many(sql`select name from settings`)).toEqual([]);
  });

  it("may follow a COPY that was refused in the middle", async () => {
    const db = await databaseForThisTest();
    const rows = Array.from({ length: 20_000 }, (_, n) => `${n}\t${n === 10_000 ? "no JSON" : n}\n`);
    const work = db.transaction((db) => Promise.all([db.copy("settings (name, value)", rows), db.run(fine)]));
    await expect(work).rejects.toThrow("invalid input syntax for type json");
    expect(await db.one(sql`select count(*) as n from settings`)).toEqual({ n: 0 });
  });
});

async function deeper<T>(work: () => Promise<T>): Promise<T> {
  const answer = await work();
  return answer;
}
