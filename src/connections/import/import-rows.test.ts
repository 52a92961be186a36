import { Readable } from "node:stream";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ArrivingRecord, Verdict } from "../../touchpoints/index.ts";
import { csvLine } from "../csv/index.ts";
import { readingOf, settingsFor, understand, type Options } from "./import-file.ts";
import { importRows, type Importing } from "./import-rows.ts";
import type { Refused } from "./reading.ts";
import type { Tally } from "./tally.ts";

const now = new Date("2026-11-21T12:00:00Z");

type Collected = { readonly records: ArrivingRecord[]; readonly refused: Refused[]; readonly tally: Tally };

/** Imports a text and keeps the records instead of filing them. */
async function collect(
  text: string,
  options: Partial<Options> = {},
  more: Partial<Importing> = {},
): Promise<Collected> {
  const understood = await understand("-", { as: "orders", ...options }, Readable.from([Buffer.from(text)]));
  const settings = settingsFor(understood, { currency: "EUR", zone: "Europe/London" }, now);
  const records: ArrivingRecord[] = [];
  const refused: Refused[] = [];
  const tally = await importRows({
    table: understood.table,
    reading: readingOf(understood, settings),
    file: async (batch) => {
      records.push(...batch);
      return batch.map(({ messageId }): Verdict => ({ messageId, verdict: "accepted" }));
    },
    rejected: { add: (one) => void refused.push(one), write: async () => {} },
    ...more,
  });
  expect(tally.rows).toBe(tally.accepted + tally.rejected + tally.unchanged);
  // Messages come part by part, rows rejected when they are found: neither order means anything.
  records.sort((x, y) => (x.messageId < y.messageId ? -1 : 1));
  refused.sort((x, y) => x.row.line - y.row.line);
  return { records, refused, tally };
}

const reasons = ({ refused }: Collected): [number, string][] => refused.map(({ row, because }) => [row.line, because]);

describe("orders", () => {
  const header = "order,date,customer,sku,product name,qty,unit price\n";

  it("puts a basket together from rows that are not neighbours, one of which knows the customer", async () => {
    const { records } = await collect(
      `${header}A,2026-05-01 10:05,,tea,Tea,2,1.50\nB,2026-05-01 11:00,7,cake,Cake,1,3\nA,2026-05-01 10:00,12,bun,,,0.90\n`,
    );
    expect(records).toHaveLength(2);
    expect(records.find(({ messageId }) => messageId === "A")).toEqual({
      source: "import", messageId: "A", part: "lines", touchpoint: "order", at: Date.parse("2026-05-01T09:00:00Z"),
      ids: { userId: "12" }, currency: "EUR",
      lines: [
        { item: "tea", name: "Tea", quantity: 2, amountMinor: 300, version: Date.parse("2026-05-01T09:05:00Z") },
        { item: "bun", quantity: 1, amountMinor: 90, version: Date.parse("2026-05-01T09:00:00Z") },
      ],
    }); // prettier-ignore
  });

  it("gives the same orders whatever the order of the rows", async () => {
    const row = fc.tuple(
      fc.constantFrom("A", "B", "C"), fc.constantFrom("2026-05-01", "2026-05-02", ""), fc.constantFrom("1", "2", ""),
      fc.constantFrom("tea", "cake"), fc.constant("Tea"), fc.constantFrom("1", "-1", "2"), fc.constantFrom("1", "2.5"),
    ); // prettier-ignore
    const shuffled = fc
      .array(row, { minLength: 1, maxLength: 12 })
      .chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })));
    const orders = async (rows: readonly (readonly string[])[]): Promise<unknown> => {
      const { records } = await collect(header + rows.map((fields) => `${csvLine(fields)}\n`).join(""));
      const sorted = (values: readonly unknown[]): unknown[] => values.map((value) => JSON.stringify(value)).sort();
      return sorted(records.map((record) => ({ ...record, lines: sorted(record.lines ?? []) })));
    };
    await fc.assert(
      fc.asyncProperty(shuffled, async ([rows, again]) => {
        expect(await orders(again)).toEqual(await orders(rows));
      }),
      { numRuns: 100 },
    );
  });

  it("keeps equal rows as several lines", async () => {
    const { records, tally } = await collect(`${header}A,2026-05-01,1,tea,Tea,1,1\nA,2026-05-01,1,tea,Tea,1,1\n`);
    expect(records[0]!.lines).toHaveLength(2);
    expect(tally).toMatchObject({ accepted: 2, messages: 1 });
  });

  it("takes lines that know neither time nor customer, and orders without lines", async () => {
    const lines = await collect("order_id,order_item_id,product_id,price\nA,1,tea,9.99\n");
    expect(lines.records[0]).toMatchObject({
      part: "lines",
      at: null,
      ids: {},
      lines: [{ line: "1", item: "tea", quantity: 1, amountMinor: 999 }],
    });
    const orders = await collect("order id,order date,total,status\nA,2026-05-01,10.50,paid\n");
    expect(orders.records[0]).toMatchObject({ part: "order", amountMinor: 1050, status: "paid", currency: "EUR" });
    expect(orders.records[0]).not.toHaveProperty("lines");
  });

  it("counts money in the minor units of its currency, line by line", async () => {
    const { records, refused } = await collect(
      "order,date,sku,qty,price,currency\nA,2026-05-01,x,2000,0.001,EUR\nB,2026-05-01,x,3,150,JPY\nC,2026-05-01,x,1,1.2345,KWD\nD,2026-05-01,x,1,1,ZZZ\nE,2026-05-01,x,1,1,USD\nE,2026-05-02,x,1,1,EUR\n",
    );
    expect(records.map(({ messageId, currency, lines }) => [messageId, currency, lines![0]!.amountMinor])).toEqual([
      ["A", "EUR", 200], ["B", "JPY", 450], ["C", "KWD", 1235], ["E", "USD", 100],
    ]); // prettier-ignore
    expect(refused.map(({ because }) => because)).toEqual([
      expect.stringContaining("no ISO 4217"),
      "this row is in EUR, its order in USD",
    ]);
  });

  it("reads a file with commas before the decimals because its numbers say so", async () => {
    const { records } = await collect("order;date;sku;qty;price\nA;2026-05-01;x;2;1.234,50\nB;2026-05-01;x;1,5;0,99\n");
    expect(records.map(({ lines }) => [lines![0]!.quantity, lines![0]!.amountMinor])).toEqual([
      [2, 246900],
      [1.5, 149],
    ]);
  });

  it("refuses each row that makes no sense, with the reason and the line, and files the others", async () => {
    const collected = await collect(
      [
        "order,date,customer,sku,qty,price,channel", "A,2026-05-01,1,tea,1,1,web", "A,2026-05-01,1,tea,1,1", ",2026-05-01,1,tea,1,1,web",
        "A,2026-02-30,1,tea,1,1,web", "A,2026-05-01,1,,1,1,web", "A,2026-05-01,1,tea,many,1,web", "A,2026-05-01,1,tea,1,1.2.3,web",
        "A,2027-05-01,1,tea,1,1,web", "A,1066-10-14,1,tea,1,1,web", "A,2026-05-01,1,tea,9999999999,1,web", "A,2026-05-01,1,tea,1,99999999999,web",
        "A,2026-05-01,1,te\0a,1,1,web", `A,2026-05-01,1,${"x".repeat(201)},1,1,web`, 'A,2026-05-01,1,"te\na",1,1,web', "A,2026-05-01,1,tea,1,1,drone",
        'A,2026-05-01,1,"tea"x,1,1,web', "B,2026-05-01,1,tea,1,1,Online",
      ].join("\n"),
    ); // prettier-ignore
    const expected: Record<number, RegExp> = {
      3: /6 columns, the header 7/, 4: /order is empty/, 5: /date "2026-02-30" is no date/, 6: /sku is empty/, 7: /qty "many" is no number/,
      8: /price "1.2.3" is no number/, 9: /lies in the future/, 10: /before 1900/, 11: /qty 9999999999 is absurd/, 12: /amount is absurd/,
      13: /NUL/, 14: /more than 200 characters/, 15: /control character/, 17: /channel "drone" is none of: in person/, 18: /text after a closing quote/,
    }; // prettier-ignore
    for (const [line, reason] of reasons(collected))
      expect([line, reason]).toEqual([line, expect.stringMatching(expected[line] ?? /unexpected/)]);
    expect(collected.tally).toMatchObject({ accepted: 2, rejected: 15, messages: 2 });
  });

  it("takes nobody's words for nothing as a customer", async () => {
    const { records } = await collect(
      "order,date,customer,email\n" +
        ["NULL", "nan", "N/A", "-", "\\N", ""].map((nothing, n) => `${n},2026-05-01,${nothing},none`).join("\n"),
    );
    expect(records.map(({ ids }) => ids)).toEqual(Array(6).fill({}));
  });

  it("says what to declare when no date of a column can be read", async () => {
    await expect(collect("order,date,sku\nA,01/12/2010 08:26,tea\n")).rejects.toThrow(
      /date holds dates like "01\/12\/2010 08:26", which is not ISO 8601\. Say --date-format/,
    );
    const { records } = await collect("order,date,sku\nA,01/12/2010 08:26,tea\n", { dateFormat: "DD/MM/YYYY hh:mm" });
    expect(records[0]!.at).toBe(Date.UTC(2010, 11, 1, 8, 26));
  });

  it("does not swallow a file whose basket is no basket", async () => {
    const rows = Array.from({ length: 10_001 }, (_, n) => `France,2026-05-01,${n}\n`).join("");
    const { tally, refused } = await collect(`country,date,sku\n${rows}Italy,2026-05-01,x\n`, {
      map: "basket=country",
    });
    expect(tally).toMatchObject({ accepted: 1, rejected: 10_001 });
    expect(refused[0]!.because).toContain("more than 10,000 rows have this country: is it the number of an order?");
  });

  it("lets a later export stand, whatever order the files come in", async () => {
    const { records } = await collect(`${header}A,2026-05-01,1,tea,Tea,1,1\n`, { exportedAt: "2026-06-01" });
    expect(records[0]).toMatchObject({
      version: Date.parse("2026-05-31T23:00:00Z"),
      lines: [{ version: Date.parse("2026-05-31T23:00:00Z") }],
    });
  });
});

describe("customers", () => {
  it("puts together what rows say of one account, and keeps apart people who share an address", async () => {
    const { records, tally } = await collect(
      "id,first name,last name,e-mail,phone,date of birth,street,house number\n1,Ann,Lee,a@x.example,,1980-05-01,High St,1\n1,Ann,Lee,b@x.example,,,,\n,Ben,Oduya,home@x.example,,,,\n,Cy,Oduya,home@x.example,,,,\n",
      { as: "customers" },
    );
    expect(records).toHaveLength(3);
    expect(records[0]).toEqual({
      source: "import", messageId: "customer customer 1", at: null, version: now.getTime(), touchpoint: "profile",
      ids: { userId: "1", email: ["a@x.example", "b@x.example"] },
      facts: { forename: "Ann", surname: "Lee", birthDate: "1980-05-01", street: "High St", streetNumber: "1" },
    }); // prettier-ignore
    expect(tally).toMatchObject({ accepted: 4, messages: 3 });
  });

  it("takes nothing back from one booking when another comes", async () => {
    const { records } = await collect("customer_unique_id,customer_id\nu1,b1\nu1,b2\n", { as: "customers" });
    expect(records.map(({ messageId, ids }) => [messageId, ids])).toEqual([
      ["customer customer u1 booking b1", { userId: "u1", booking: "b1" }],
      ["customer customer u1 booking b2", { userId: "u1", booking: "b2" }],
    ]);
  });

  it("keeps people without any identifier, each once", async () => {
    const { records, refused } = await collect("name,city\nAnn Lee,Leeds\nAnn Lee,Leeds\n,\n", { as: "customers" });
    expect(records).toHaveLength(1);
    expect(refused).toMatchObject([{ because: "the row is empty" }]);
  });
});

describe("touches", () => {
  it("takes one row for one contact and the latest version of a message", async () => {
    const { records, tally } = await collect(
      "id,timestamp,version,event,agent,user id,comment\nm1,2026-05-01,2026-05-02,call,rosa,1,late\nm1,2026-05-01,2026-05-03,call,rosa,1,very late\nm2,2026-05-01,,,,2,\n",
      { as: "touches", map: "version=version" },
    );
    expect(records).toMatchObject([
      { messageId: "m1", touchpoint: "call", staff: "rosa", text: "very late", ids: { userId: "1" } },
      { messageId: "m2", touchpoint: "contact" },
    ]);
    expect(tally).toMatchObject({ accepted: 2, unchanged: 1, messages: 2 });
  });

  it("names a message without number by what it says, whatever columns stand around it", async () => {
    const a = await collect("date,event,email\n2026-05-01,call,a@x.example\n2026-05-01,call,b@x.example\n", {
      as: "touches",
    });
    const b = await collect("email,noise,event,date\na@x.example,7,call,2026-05-01\nb@x.example,8,call,2026-05-01\n", {
      as: "touches",
    });
    expect(new Set(a.records.map(({ messageId }) => messageId)).size).toBe(2);
    expect(b.records.map(({ messageId }) => messageId)).toEqual(a.records.map(({ messageId }) => messageId));
  });
});

describe("filing", () => {
  const orders = (count: number): string =>
    `order,date,total\n${Array.from({ length: count }, (_, n) => `${n},2026-05-01,1\n`).join("")}`;

  it("counts what filing says, row by row", async () => {
    const verdicts: Record<string, Verdict> = {
      A: { messageId: "A", verdict: "accepted", changed: 1 },
      B: { messageId: "B", verdict: "duplicate", changed: 0 },
      C: { messageId: "C", verdict: "rejected", reason: "this person asked to be forgotten" },
    };
    const rows = ["A,2026-05-01,x", "A,2026-05-01,y", "A,2026-05-01,z", "B,2026-05-01,x", "C,2026-05-01,x"];
    const file: Importing["file"] = async (records) => records.map(({ messageId }) => verdicts[messageId]!);
    const { tally, refused } = await collect(`order,date,sku\n${rows.join("\n")}`, {}, { file });
    expect(tally).toMatchObject({ rows: 5, accepted: 1, unchanged: 3, rejected: 1, messages: 2 });
    expect(refused).toMatchObject([{ row: { line: 6 }, because: "this person asked to be forgotten" }]);
  });

  it("finds the record that the database cannot take, and files its neighbours", async () => {
    const unkeepable = Object.assign(new Error("value out of range"), { code: "22003" });
    const file: Importing["file"] = async (records) => {
      if (records.some(({ messageId }) => messageId === "1234")) throw unkeepable;
      return records.map(({ messageId }) => ({ messageId, verdict: "accepted" }));
    };
    const { tally, refused } = await collect(orders(2_000), {}, { file });
    expect(tally).toMatchObject({ accepted: 1_999, rejected: 1 });
    expect(refused[0]!.because).toContain("value out of range");
  });

  it("stops when the database is gone, and when it is told to", async () => {
    const gone = Object.assign(new Error("terminating connection"), { code: "57P01" });
    await expect(collect(orders(10_000), {}, { file: () => Promise.reject(gone) })).rejects.toThrow(
      "terminating connection",
    );
    const controller = new AbortController();
    let filed = 0;
    const file: Importing["file"] = async (records) => {
      filed += records.length;
      controller.abort(new Error("interrupted"));
      return records.map(({ messageId }) => ({ messageId, verdict: "accepted" }));
    };
    await expect(collect(orders(20_000), {}, { file, stop: controller.signal })).rejects.toThrow("interrupted");
    expect(filed).toBeLessThan(20_000);
  });
});
