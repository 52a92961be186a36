import pg from "pg";
import { expect } from "vitest";
import { originOf } from "./origin.ts";
import { noteStatement } from "./heard.ts";
import { hearInTransaction } from "./transactions.ts";

// Every statement passes here, whoever sends it: the pool's, a transaction's, a pipelined client's, a COPY.
for (const sender of [pg.Pool.prototype, pg.Client.prototype]) listenTo(sender as unknown as Sender);

type Sender = { query: (...args: unknown[]) => unknown };
type Sent = string | { readonly text?: unknown; readonly values?: readonly unknown[] };

function listenTo(sender: Sender): void {
  const send = sender.query;
  sender.query = function (this: Sender, ...args: unknown[]) {
    hear(args[0] as Sent, args[1]);
    hearInTransaction(this, textOf(args[0] as Sent));
    return send.apply(this, args);
  };
}

function textOf(sent: Sent): unknown {
  return typeof sent === "string" ? sent : sent.text;
}

const known = new Set<string>();
// Doors whose questions are put together from filters are asked every combination some day, and none of them surely.
const byChance = /fuzz|hostile|property/.test(expect.getState().testPath ?? "");

/** Once per text: finding out who sent it costs more than sending it. */
function hear(sent: Sent, values: unknown): void {
  const text = textOf(sent);
  if (typeof text !== "string" || known.has(text)) return;
  known.add(text);
  const origin = originOf(new Error().stack ?? "");
  const binds = typeof sent === "string" ? values : sent.values;
  if (origin !== undefined) noteStatement({ text, origin, values: Array.isArray(binds) ? binds : [], byChance });
}
