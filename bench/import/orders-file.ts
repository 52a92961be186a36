import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { csvLine } from "../../src/connections/csv/index.ts";

const linesEach = 8;
const minute = 60_000;
const began = Date.UTC(2025, 0, 1);

/** A seeded file of order lines: eight to a basket, one in a hundred rows away from the others of its basket. */
export function writeOrders(path: string, rows: number): Promise<void> {
  return pipeline(Readable.from(chunks(rows)), createWriteStream(path));
}

function* chunks(rows: number): Generator<string, void> {
  const random = mulberry32(7);
  const strays: string[] = [];
  let chunk = `${csvLine(["order_id", "ordered_at", "customer", "email", "sku", "description", "quantity", "price"])}\n`;
  for (let n = 0; n < rows; n++) {
    const line = `${orderLine(n, rows, random)}\n`;
    if (random() < 0.01) strays.push(line);
    else chunk += line;
    if (chunk.length > 60_000) {
      yield chunk + strays.splice(0, strays.length - 50).join("");
      chunk = "";
    }
  }
  yield chunk + strays.join("");
}

function orderLine(n: number, rows: number, random: () => number): string {
  const order = Math.floor(n / linesEach);
  // One basket in six names nobody, as in a shop's till.
  const customer = order % 6 === 0 ? "" : String((order * 7919) % Math.max(1, Math.floor(rows / 40)));
  const item = Math.floor(random() ** 2 * 4_000);
  return csvLine([
    `T${order}`,
    new Date(began + order * minute).toISOString(),
    customer,
    customer === "" ? "" : `guest${customer}@example.org`,
    `sku-${item}`,
    `Article number ${item}, "the good one"`,
    String(1 + Math.floor(random() * 5)),
    (1 + Math.floor(random() * 2_000) / 100).toFixed(2),
  ]);
}

function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
}
