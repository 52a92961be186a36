import { createReadStream, existsSync } from "node:fs";
import { join } from "node:path";
import { createGunzip } from "node:zlib";
import { parse } from "csv-parse";
import { describe, expect, it } from "vitest";
import { rankItems, usualOrder, type Visit } from "./usual-order.ts";

const file = join(process.env["REGULARS_SHARED"] ?? "../shared", "data/online_retail/online_retail.csv.gz");
if (!existsSync(file)) console.log(`skipped: the usual order on a real shop needs ${file}`);

/** The last basket of everybody with at least four, guessed from the ones before; only its time is known. */
describe.skipIf(!existsSync(file))("the usual order on a real shop's year", () => {
  it("finds at least what counting finds, and keeps its word", async () => {
    const users = [...(await baskets()).values()].filter((visits) => visits.length >= 4);
    expect(users.length).toBe(1_496);
    const ours = mean(
      users.map((visits) =>
        recallAt10(
          rankItems(visits.slice(0, -1), visits.at(-1)!).map(({ item }) => item),
          visits.at(-1)!,
        ),
      ),
    );
    const counted = mean(users.map((visits) => recallAt10(byCount(visits.slice(0, -1)), visits.at(-1)!)));
    const { said, cameTrue, about80, about80True, spoke } = keepsItsWord(users);
    console.log(
      `usual order: Recall@10 ${ours.toFixed(4)}, P-TopFreq ${counted.toFixed(4)}; speaks of ${spoke} of ${users.length}, ` +
        `says ${said.toFixed(0)} items, ${cameTrue} come true; of ${about80} at about 80 % ${about80True}`,
    );
    expect(counted).toBeCloseTo(0.1988, 4);
    expect(ours).toBeGreaterThan(counted);
    expect(cameTrue / said).toBeGreaterThan(0.85);
    expect(cameTrue / said).toBeLessThan(1.15);
  });
});

function keepsItsWord(users: readonly (readonly Visit[])[]) {
  const sum = { said: 0, cameTrue: 0, about80: 0, about80True: 0, spoke: 0 };
  for (const visits of users) {
    const guess = usualOrder(visits.slice(0, -1), visits.at(-1)!);
    if ("abstains" in guess) continue;
    sum.spoke += 1;
    for (const { item, probability } of guess.items) {
      const came = visits.at(-1)!.items.includes(item) ? 1 : 0;
      sum.said += probability;
      sum.cameTrue += came;
      if (probability < 0.75 || probability >= 0.85) continue;
      sum.about80 += 1;
      sum.about80True += came;
    }
  }
  return sum;
}

function recallAt10(ranked: readonly string[], target: Visit): number {
  const top = new Set(ranked.slice(0, 10));
  return target.items.filter((item) => top.has(item)).length / target.items.length;
}

/** P-TopFreq: count, then the most recent, then the code. */
function byCount(visits: readonly Visit[]): string[] {
  const seen = new Map<string, { count: number; last: number }>();
  visits.forEach((visit, last) => {
    for (const item of visit.items) seen.set(item, { count: (seen.get(item)?.count ?? 0) + 1, last });
  });
  return [...seen]
    .sort(([a, x], [b, y]) => y.count - x.count || y.last - x.last || (a < b ? -1 : 1))
    .map(([item]) => item);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** By customer, earliest first; without cancellations, returns, gifts and codes that are no products. */
async function baskets(): Promise<Map<string, Visit[]>> {
  const invoices = new Map<string, { customer: string; invoice: string; at: number; items: Set<string> }>();
  const rows = createReadStream(file)
    .pipe(createGunzip())
    .pipe(parse({ columns: true }));
  for await (const row of rows as AsyncIterable<Record<string, string>>) {
    if (!row["CustomerID"] || row["InvoiceNo"]!.startsWith("C") || Number(row["Quantity"]) <= 0) continue;
    if (Number(row["UnitPrice"]) <= 0 || !/^\d{5}/.test(row["StockCode"]!)) continue;
    const at = Date.parse(`${row["InvoiceDate"]!.replace(" ", "T")}Z`);
    const invoice = invoices.get(row["InvoiceNo"]!) ?? {
      customer: row["CustomerID"],
      invoice: row["InvoiceNo"]!,
      at,
      items: new Set(),
    };
    invoices.set(row["InvoiceNo"]!, invoice);
    invoice.at = Math.min(invoice.at, at);
    invoice.items.add(row["StockCode"]!.toUpperCase());
  }
  const users = new Map<string, Visit[]>();
  for (const { customer, at, items } of [...invoices.values()].sort(
    (a, b) => a.at - b.at || (a.invoice < b.invoice ? -1 : 1),
  )) {
    const when = new Date(at);
    const visit = {
      at,
      hour: when.getUTCHours() + when.getUTCMinutes() / 60,
      weekday: when.getUTCDay(),
      place: null,
      items: [...items],
    };
    users.set(customer, [...(users.get(customer) ?? []), visit]);
  }
  return users;
}
