import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databaseForThisTest } from "../../../test/database.ts";
import { runImport } from "../../../test/run-import.ts";
import { snapshot } from "../../../test/snapshot.ts";
import { rounds } from "../../../test/soak.ts";
import type { Db } from "../../foundation/database/database.ts";
import { sql } from "../../foundation/database/sql.ts";
import { csvLine } from "../csv/index.ts";

// Files that are not part of this project: looked for in REGULARS_SHARED/data, else ../shared/data.
// Every run takes a part of them and counts it by other means; `npm run soak` takes the whole and the published counts.
const data = join(process.env["REGULARS_SHARED"] ?? "../shared", "data");
const retail = join(data, "online_retail/online_retail.csv.gz");
const olist = join(data, "olist");
const whole = rounds(0, 1) === 1;
const now = new Date("2026-11-21T12:00:00Z");

type Row = Record<string, string>;

let folder = "";
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), "regulars-real-"))));
afterAll(() => rm(folder, { recursive: true }));

async function rowsOf(file: string, first = -1): Promise<Row[]> {
  return parse(gunzipSync(await readFile(file)), { columns: true, bom: true, to: first });
}

async function written(name: string, rows: readonly Row[]): Promise<string> {
  const file = join(folder, name);
  await writeFile(
    file,
    [Object.keys(rows[0]!), ...rows.map((row) => Object.values(row))].map((row) => csvLine(row)).join("\n"),
  );
  return file;
}

const distinct = (rows: readonly Row[], column: string): number => new Set(rows.map((row) => row[column])).size;

describe.skipIf(!existsSync(retail))(`a wholesaler's invoices (skipped without ${retail})`, () => {
  it("become orders of customers, with their returns and with those that name nobody", async () => {
    const db = await databaseForThisTest();
    const rows = await rowsOf(retail, whole ? -1 : 12_000);
    const file = whole ? retail : await written("retail.csv", rows);
    const named = rows.filter((row) => row["CustomerID"] !== "");
    const expected = {
      rows: rows.length, accepted: rows.length, rejected: 0, unchanged: 0, customers: distinct(named, "CustomerID"),
      contacts: distinct(rows, "InvoiceNo") - distinct(named, "InvoiceNo"), touches: distinct(rows, "InvoiceNo"),
    }; // prettier-ignore
    const { answer, text } = await runImport(db, now, [file, "--as", "orders", "--currency", "GBP"]);
    expect(answer).toEqual(expected);
    if (whole)
      expect(answer).toEqual({ ...expected, rows: 541_909, customers: 4_372, contacts: 3_710, touches: 25_900 });
    expect(text).toContain("hold negative quantities only: they are kept as returns");
    const [lines] = await db.many<{ count: number; returned: number; minor: number }>(sql`
      select count(*) as count, count(*) filter (where quantity < 0) as returned, sum(amount_minor)::bigint as minor from lines`);
    const returned = rows.filter((row) => Number(row["Quantity"]) < 0).length;
    const minor = rows.reduce(
      (sum, row) => sum + Math.round(Number(row["Quantity"]) * Number(row["UnitPrice"]) * 100),
      0,
    );
    expect(lines).toEqual({ count: rows.length, returned, minor });
    if (whole) expect(lines).toEqual({ count: 541_909, returned: 10_624, minor: 974_774_793 });
    const again = await runImport(db, now, [file, "--as", "orders", "--currency", "GBP"]);
    expect(again.answer).toEqual({ ...expected, accepted: 0, unchanged: rows.length });
  });
});

describe.skipIf(!existsSync(olist))(`a marketplace's orders (skipped without ${olist})`, () => {
  type Tables = { readonly customers: Row[]; readonly orders: Row[]; readonly order_items: Row[] };

  async function tables(): Promise<Tables> {
    const [customers, orders, order_items] = await Promise.all(
      ["customers", "orders", "order_items"].map((name) => rowsOf(join(olist, `${name}.csv.gz`))),
    );
    if (whole) return { customers: customers!, orders: orders!, order_items: order_items! };
    const some = customers!.filter((row) => row["customer_unique_id"]!.startsWith("00"));
    const bookings = new Set(some.map((row) => row["customer_id"]));
    const theirs = orders!.filter((row) => bookings.has(row["customer_id"]));
    const ids = new Set(theirs.map((row) => row["order_id"]));
    return { customers: some, orders: theirs, order_items: order_items!.filter((row) => ids.has(row["order_id"])) };
  }

  async function importAll(db: Db, from: Tables, order: readonly (keyof Tables)[]): Promise<Record<string, unknown>> {
    const answers: Record<string, unknown> = {};
    for (const name of order) {
      const file = await written(`${name}.csv`, from[name]);
      const as = name === "customers" ? "customers" : "orders";
      answers[name] = (await runImport(db, now, [file, "--as", as, "--source", "olist", "--currency", "BRL"])).answer;
    }
    return answers;
  }

  const lateShare = (db: Db) =>
    db.one<{ byDay: number; byTime: number; delivered: number }>(sql`
      select count(*) filter (where verdict = 'broken') as "byDay", count(*) as delivered,
        count(*) filter (where delivered_at > promised_at) as "byTime"
      from verdicts join touches on touches.identity_id = verdicts.identity_id and touches.at = verdicts.at and touches.id = touch_id
      where delivered_at is not null`);

  it("join their lines and their customers in any order, and are late as often as they were", async () => {
    const [db, other] = [await databaseForThisTest(), await databaseForThisTest()];
    const from = await tables();
    const answers = await importAll(db, from, ["customers", "orders", "order_items"]);
    const persons = distinct(from.customers, "customer_unique_id");
    const counts = { rejected: 0, unchanged: 0, customers: persons, contacts: 0 };
    expect(answers["orders"]).toEqual({
      ...counts,
      rows: from.orders.length,
      accepted: from.orders.length,
      touches: from.orders.length,
    });
    expect(answers["order_items"]).toMatchObject({
      rows: from.order_items.length,
      accepted: from.order_items.length,
      touches: distinct(from.order_items, "order_id"),
    });
    const delivered = from.orders.filter((row) => row["order_delivered_customer_date"] !== "");
    const late = (digits: number): number =>
      delivered.filter(
        (row) =>
          row["order_delivered_customer_date"]!.slice(0, digits) >
          row["order_estimated_delivery_date"]!.slice(0, digits),
      ).length;
    const expected = { byDay: late(10), byTime: late(19), delivered: delivered.length };
    expect(await lateShare(db)).toEqual(expected);
    if (whole)
      expect({ ...expected, persons }).toEqual({ byDay: 994, byTime: 1_188, delivered: 14_956, persons: 15_136 });
    await importAll(other, from, ["order_items", "orders", "customers"]);
    expect(await snapshot(other)).toEqual(await snapshot(db));
  });
});
