import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { freshDatabase } from "../../../test/database.ts";
import { forgetRecords, snapshot } from "../../../test/snapshot.ts";
import type { Db } from "../../foundation/database/database.ts";
import { sql } from "../../foundation/database/sql.ts";
import { runImport, type Said } from "../../../test/run-import.ts";

let db: Db;
let drop: () => Promise<void>;
let folder = "";
let now = new Date("2026-11-21T12:00:00Z");

beforeAll(async () => {
  ({ db, drop } = await freshDatabase());
  folder = await mkdtemp(join(tmpdir(), "regulars-import-"));
});
beforeEach(async () => {
  now = new Date("2026-11-21T12:00:00Z");
  await forgetRecords(db);
});
afterAll(async () => {
  await drop();
  await rm(folder, { recursive: true });
});

/** What the command says when it is run with a file of these contents. */
async function run(content: string | Buffer, as: string, ...more: string[]): Promise<Said> {
  const file = join(folder, "file.csv");
  await writeFile(file, content);
  return runImport(db, now, [file, "--as", as, ...more]);
}

const rejected = (): Promise<string> => readFile(join(folder, "file.rejected.csv"), "utf8");

const orders =
  "order_id,ordered_at,customer,email,due\nA,2026-05-01 10:00,1,ann@x.example,2026-05-04\nB,2026-05-02 10:00,,,\n";
const lines =
  "order_id,line,sku,description,qty,price\nA,1,tea,Tea,2,1.50\nA,2,bun,Bun,1,0.90\nB,1,tea,Tea,1,1.50\nC,1,tea,Tea,1,1.50\n";

describe("importing", () => {
  it("answers with what became of the rows, and says what it assumed", async () => {
    const { answer, text, told } = await run(orders, "orders");
    expect(answer).toEqual({ rows: 2, accepted: 2, rejected: 0, unchanged: 0, customers: 1, contacts: 1, touches: 2 });
    expect(told).toContain("at=ordered_at (guessed: by its heading)");
    expect(text).toContain("source import (not stated), time zone UTC (not stated), currency EUR (not stated)");
  });

  it("changes nothing when the same file comes again", async () => {
    for (const [content, as] of [[orders, "orders"], [lines, "orders"], ["id,name,email\n1,Ann Lee,ann@x.example\n2,Ben,\n", "customers"], ["at,event,email\n2026-05-01,call,ann@x.example\n2026-05-02,call,\n", "touches"]] as const) {
      const first = await run(content, as);
      now = new Date(now.getTime() + 86_400_000);
      const again = await run(content, as);
      const { rows, customers, contacts, touches } = first.answer;
      expect(first.answer).toEqual({ rows, accepted: rows, rejected: 0, unchanged: 0, customers, contacts, touches });
      expect(again.answer).toEqual({ rows, accepted: 0, rejected: 0, unchanged: rows, customers, contacts, touches });
    }
  }); // prettier-ignore

  it("joins orders and their lines, whichever file comes first", async () => {
    await run(orders, "orders", "--map", "promised_at=due");
    await run(lines, "orders");
    const ordersFirst = await snapshot(db);
    await forgetRecords(db);
    await run(lines, "orders");
    await run(orders, "orders", "--map", "promised_at=due");
    expect(await snapshot(db)).toEqual(ordersFirst);
    expect(ordersFirst["lines"]).toHaveLength(4);
    expect(ordersFirst["touches"]).toHaveLength(3);
  });

  it("accepts a correction and counts the rows that it changed", async () => {
    await run(lines, "orders", "--exported-at", "2026-06-01");
    const { answer } = await run(
      lines.replace("bun,Bun,1,0.90", "bun,Bun,1,0.95"),
      "orders",
      "--exported-at",
      "2026-06-02",
    );
    expect(answer).toMatchObject({ rows: 4, accepted: 1, unchanged: 3 });
    const late = await run(lines, "orders", "--exported-at", "2026-05-01");
    expect(late.answer).toMatchObject({ accepted: 0, unchanged: 4 });
    expect(await db.one(sql`select amount_minor as amount from lines where amount_minor in (90, 95)`)).toEqual({
      amount: 95,
    });
  });

  it("tries without writing, and says the same numbers", async () => {
    const before = await snapshot(db);
    const tried = await run(orders, "orders", "--dry-run");
    expect(await snapshot(db)).toEqual(before);
    const { answer } = await run(orders, "orders");
    expect(tried.answer).toEqual(answer);
    expect(tried.text).toContain("nothing was written");
    expect((await run(orders, "orders", "--dry-run")).answer).toMatchObject({
      accepted: 0,
      unchanged: 2,
      customers: 1,
      contacts: 1,
    });
  });

  it("writes rejected rows with line and reason, so that they can be corrected and imported", async () => {
    const { answer, text } = await run(
      'order,date,sku,qty\nA,2026-05-01,tea,1\nA,2026-05-01,bun,"=1+1"\nA,2026-05-01\n',
      "orders",
    );
    expect(answer).toMatchObject({ rows: 3, accepted: 1, rejected: 2, unchanged: 0 });
    expect(text).toContain("file.rejected.csv");
    expect(await rejected()).toBe(
      'rejected_line,rejected_because,order,date,sku,qty\n4,"the row has 2 columns, the header 4",A,2026-05-01\n3,"qty ""=1+1"" is no number with ""."" before its decimals",A,2026-05-01,bun,\'=1+1\n',
    );
    const corrected = (await rejected())
      .replace("'=1+1", "2")
      .split("\n")
      .filter((line) => !line.startsWith("4,"))
      .join("\n");
    expect((await run(corrected, "orders")).answer).toMatchObject({ rows: 1, accepted: 1, touches: 1 });
  });

  it("writes them exactly as they came when a program is to read them", async () => {
    await run("order,date,sku,qty\nA,2026-05-01,bun,=1+1\n", "orders", "--exact");
    expect(await rejected()).toContain(",bun,=1+1\n");
  });

  it("keeps SQL and HTML in any cell as the text it is", async () => {
    const nasty = `'; drop table touches; --<script>alert(1)</script>\\'"$1\${x}`;
    const cell = `"${nasty.replaceAll('"', '""')}"`;
    const columns = "customer,loyalty,email,phone,card,booking,device,basket,line,item,description,place,staff,status";
    const { answer } = await run(
      `${columns},at\n${columns
        .split(",")
        .map(() => cell)
        .join(",")},2026-05-01\n`,
      "orders",
    );
    expect(answer).toMatchObject({ accepted: 1, touches: 1 });
    expect(await db.many(sql`select name from items where code = ${nasty}`)).toEqual([{ name: nasty }]);
    const people = "id,forename,surname,gender,street,city,region,postcode,country,national_id";
    expect(
      (
        await run(
          `${people}\n${people
            .split(",")
            .map(() => cell)
            .join(",")}\n`,
          "customers",
        )
      ).answer,
    ).toMatchObject({ accepted: 1 });
    const touches = "message_id,event,place,staff,text,email";
    expect(
      (
        await run(
          `${touches},at\n${touches
            .split(",")
            .map(() => cell)
            .join(",")},2026-05-01\n`,
          "touches",
        )
      ).answer,
    ).toMatchObject({ accepted: 1 });
    expect(await db.many(sql`select text from touches where text is not null`)).toEqual([{ text: nasty }]);
  });

  it("keeps fifty people on one telephone fifty, and one person's two bookings one", async () => {
    const people = Array.from(
      { length: 50 },
      (_, n) => `Person ${String.fromCharCode(65 + (n % 26))}${n},+44 20 7946 0018`,
    );
    expect((await run(`name,phone\n${people.join("\n")}\n`, "customers")).answer.touches).toBe(50);
    const bookings = await run("customer_unique_id,customer_id\nu1,b1\nu1,b2\nu2,b3\n", "customers");
    expect(bookings.answer).toMatchObject({ customers: 2, touches: 3 });
  });

  it.each([
    ["potatoes", [], /--as is orders, customers, touches, not "potatoes"/],
    ["orders", ["--map", "colour=due"], /does not know "colour"/],
    ["orders", ["--map", "at=nothing"], /no column "nothing"/],
    ["orders", ["--currency", "EURO"], /--currency is a code/],
    ["orders", ["--zone", "Mars/Olympus"], /--zone is a time zone/],
    ["orders", ["--date-format", "hh:mm"], /needs a year, a month and a day/],
    ["orders", ["--exported-at", "soon"], /--exported-at is a time/],
    ["orders", ["--decimal", ";"], /--decimal is/],
  ])("refuses --as %s %j as wrong usage", async (as, more, message) => {
    await expect(run(orders, as, ...more)).rejects.toThrow(
      expect.objectContaining({ code: "wrong-usage", message: expect.stringMatching(message) }),
    );
  });
});
