import { setTimeout as pause } from "node:timers/promises";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { freshDatabase } from "../../../test/database.ts";
import { databaseOn, openPool, type Db } from "../../foundation/database/database.ts";
import { sql } from "../../foundation/database/sql.ts";
import { namedId, randomId } from "../../foundation/ids.ts";
import { type Kind, strength } from "../kind.ts";
import { openNameIndex, type OpenNameIndex } from "./index.ts";

const now = new Date("2026-06-01T12:00:00Z");
const near = { place: null, at: now, limit: 10 };

let db: Db;
let url: string;

beforeEach(async () => {
  const fresh = await freshDatabase();
  ({ db, url } = fresh);
  onTestFinished(fresh.drop);
});

/** As a server process of its own. */
async function opened(): Promise<OpenNameIndex> {
  const pool = openPool({ connectionString: url, max: 4 });
  const index = await openNameIndex({ db: databaseOn(pool), pool });
  onTestFinished(async () => {
    await index.stop();
    await pool.end();
  });
  return index;
}

type Person = {
  readonly id: string;
  readonly name?: string;
  readonly kind?: Kind;
  readonly value?: string;
  readonly customer?: string;
};

/** Writes an identity as ingestion would, and says so in the same transaction. */
async function write(db: Db, person: Person): Promise<void> {
  const { id, name, kind = "user id", value = id, customer = id } = person;
  await db.run(sql`
    insert into identities (id, kind, scope, value, normalising, first_seen, customer_id, members)
    values (${id}, ${strength(kind)}, '', ${value}, 1, ${now}, ${customer}, ${[id]}::uuid[])
    on conflict (id) do update set customer_id = excluded.customer_id`);
  await db.run(sql`delete from facts where identity_id = ${id}`);
  if (name !== undefined) {
    await db.run(sql`
      insert into facts (identity_id, id, name, value, source, first_observed_at, observed_at)
      values (${id}, ${randomId()}, 'name', ${name}, 'test', ${now}, ${now})`);
  }
  await say(db, [id]);
}

async function state(identity: string, name: string, value: string): Promise<void> {
  await db.run(sql`
    insert into facts (identity_id, id, name, value, source, first_observed_at, observed_at)
    values (${identity}, ${randomId()}, ${name}, ${value}, 'test', ${now}, ${now})`);
  await say(db, [identity]);
}

async function say(db: Db, identities: readonly string[]): Promise<void> {
  await db.run(sql`insert into changes (at, identities) values (${now}, ${identities}::uuid[])`);
  await db.run(sql`select pg_notify('changes', '')`);
}

async function names(index: OpenNameIndex, query: string): Promise<(string | null)[]> {
  return (await index.search(query, near)).map(({ name }) => name);
}

describe("the names in memory", () => {
  it("are those in the tables at the start, whatever signs they have", async () => {
    const [anna, phone] = [randomId(), randomId()];
    await write(db, { id: anna, name: "Anna \\ We\tber\n" });
    await write(db, { id: phone, kind: "phone", value: "+4930123456", customer: anna });
    await write(db, { id: randomId(), name: "Stranger Once", kind: "contact" });
    await write(db, { id: randomId(), name: "Booked Weber", kind: "booking" });
    const index = await opened();
    expect(await index.search("anna we", near)).toMatchObject([{ customer: anna, name: "Anna \\ We\tber\n" }]);
    expect(await index.search("3456", near)).toMatchObject([{ customer: anna }]);
    expect(await names(index, "stranger once")).toEqual([]);
    expect(await names(index, "booked weber")).toEqual(["Booked Weber"]);
  });

  it("follow a new name, a merge, its undoing and an erasure, in every process", async () => {
    const indexes = [await opened(), await opened()];
    const [anna, otto] = [randomId(), randomId()];
    const all = (query: string) =>
      Promise.all(indexes.map(async (index) => (await index.catchUp(), await names(index, query))));
    await db.transaction(async (db) => {
      await write(db, { id: anna, name: "Anna Weber" });
      await write(db, { id: otto, name: "Otto Maier" });
    });
    expect(await all("anna weber")).toEqual([["Anna Weber"], ["Anna Weber"]]);
    await write(db, { id: anna, name: "Anna Krause" });
    expect(await all("anna krause")).toEqual([["Anna Krause"], ["Anna Krause"]]);
    await write(db, { id: otto, name: "Otto Maier", customer: anna });
    for (const index of indexes)
      expect(await index.catchUp().then(() => index.search("otto maier", near))).toMatchObject([{ customer: anna }]);
    await write(db, { id: otto, name: "Otto Maier" });
    for (const index of indexes)
      expect(await index.catchUp().then(() => index.search("otto maier", near))).toMatchObject([{ customer: otto }]);
    await db.run(sql`delete from facts where identity_id = ${anna}`);
    await db.run(sql`delete from identities where id = ${anna}`);
    await say(db, [anna]);
    expect(await all("anna krause")).toEqual([[], []]);
  });

  it("follow what is known besides: a birth date, a new one, where somebody lives", async () => {
    const [anna, later] = [randomId(), randomId()];
    await write(db, { id: anna, name: "Anna Weber" });
    await state(anna, "birthDate", "1985-03-12");
    await state(anna, "city", "Lisbon");
    const index = await opened();
    const reasons = async (query: string) => (await index.search(query, near))[0]?.reasons;
    expect(await reasons("weber 12.3.1985")).toContain("same birth date");
    expect(await reasons("anna weber lisbon")).toContain("same town");
    await write(db, { id: later, name: "Anna Weber" });
    await state(later, "birthDate", "1990-07-08");
    await state(later, "postalCode", "1100");
    await state(later, "postcode", "1100-048");
    await index.catchUp();
    expect(await index.search("anna weber 8.7.1990", near)).toMatchObject([{ customer: later }, { customer: anna }]);
    expect(await reasons("1100-048 anna")).toContain("same postcode");
  });

  it("are found without being asked to look, soon after the commit", async () => {
    const index = await opened();
    await names(index, "anybody");
    const waits: number[] = [];
    for (let i = 0; i < 20; i++) {
      const name = `Newcomer ${"abcdefghijklmnopqrst"[i]!.repeat(6)}`;
      await db.transaction((db) => write(db, { id: randomId(), name }));
      const committed = performance.now();
      while (!(await names(index, name)).includes(name)) await pause(1);
      waits.push(performance.now() - committed);
    }
    expect(waits).toHaveLength(20);
  });

  it("miss nobody, though a transaction that began earlier commits later", async () => {
    const index = await opened();
    await names(index, "anybody");
    let commit = (): void => {};
    const mayCommit = new Promise<void>((resolve) => (commit = resolve));
    let written = (): void => {};
    const isWritten = new Promise<void>((resolve) => (written = resolve));
    const slow = db.transaction(async (db) => {
      await write(db, { id: namedId("slow"), name: "Slow Writer" });
      written();
      await mayCommit;
    });
    await isWritten;
    await db.transaction((db) => write(db, { id: namedId("quick"), name: "Quick Writer" }));
    await index.catchUp();
    expect(await names(index, "quick writer")).toEqual(["Quick Writer"]);
    expect(await names(index, "slow writer")).not.toContain("Slow Writer");
    commit();
    await slow;
    await index.catchUp();
    expect(await names(index, "slow writer")).toContain("Slow Writer");
  });

  it("end as the tables do after two writers have changed the same people at once", async () => {
    const index = await opened();
    const people = Array.from({ length: 12 }, (_, n) => namedId("person", String(n)));
    const writer = async (seed: number): Promise<void> => {
      for (let i = 0; i < 60; i++) {
        const id = people[(seed * 7 + i * 5) % people.length]!;
        const customer = i % 4 === 0 ? people[(i * seed) % people.length]! : id;
        await db.transaction(async (db) => {
          await db.run(sql`select pg_advisory_xact_lock(1)`);
          await write(db, { id, customer, name: `Person ${seed}${"abcdef"[i % 6]!.repeat(3)}` });
        });
        if (i % 9 === 0) await names(index, "person");
      }
    };
    await Promise.all([writer(1), writer(2)]);
    await index.catchUp();
    const anew = await opened();
    const answer = async (index: OpenNameIndex, query: string) => {
      const found = await index.search(query, { ...near, limit: 20 });
      return found.map(({ customer, score }) => `${customer} ${score.toFixed(6)}`).sort();
    };
    for (const query of ["person", "person 1aaa", "2bbb", "persom 1ccc"])
      expect(await answer(index, query)).toEqual(await answer(anew, query));
  });

  it("put whoever comes to a place at this hour before a namesake, and say so", async () => {
    const [here, elsewhere, place] = [namedId("here"), namedId("elsewhere"), namedId("place", "corner")];
    for (const id of [elsewhere, here]) await write(db, { id, name: "Anna Weber" });
    for (const day of [1, 2, 3]) {
      await db.run(sql`
        insert into touches (identity_id, at, id, source, touchpoint_id, visit, place_id, channel)
        values (${here}, ${new Date(now.getTime() - day * 86_400_000)}, ${randomId()}, 'till', ${randomId()}, true, ${place}, 'in person')`);
    }
    const index = await opened();
    const [first, second] = await index.search("anna weber", { ...near, place });
    expect(first).toMatchObject({ customer: here, reasons: ["the same name", "was here 3 times in the last 90 days"] });
    expect(second!.customer).toBe(elsewhere);
    expect(first!.score).toBeGreaterThan(2 * second!.score);
  });
});
