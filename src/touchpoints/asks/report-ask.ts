import { factName, lockEvidence, lockFiling } from "../../customers/index.ts";
import type { Context } from "../../foundation/context.ts";
import { sql } from "../../foundation/database/sql.ts";
import { inTransaction } from "../../foundation/database/transaction.ts";
import { InvalidInput, NotFound } from "../../foundation/errors.ts";
import { namedId } from "../../foundation/ids.ts";
import { readChannel } from "../catalogue/channel.ts";
import { placeId } from "../catalogue/ensure-codes.ts";
import { channels } from "../catalogue/touchpoint.ts";
import { judgeAsked } from "../filing/asked.ts";
import type { AskReceived, AskReport } from "./contract.ts";

/** A report as it is kept, under the identity that it names. */
export type Ask = {
  readonly identity: string;
  readonly id: string;
  readonly at: Date;
  readonly fact: string;
  readonly channel: string;
  readonly placeId: string | null;
  readonly source: string;
};

/** Somebody was asked for something. The same report counts once, however often and however late it comes. */
export function reportAsk(ctx: Context, report: AskReport, key?: string): Promise<AskReceived> {
  const ask = askFrom(ctx, report, key);
  return inTransaction(ctx, async (ctx) => {
    await assertKnown(ctx, ask);
    const isNew = await keepAsk(ctx, ask);
    return { ask: `${ask.identity}.${ask.id}`, repeated: !isNew };
  });
}

/** Whether it is new. What it asked for is judged with all that the customer had told, now and whenever that changes. */
export function keepAsk(ctx: Context, { identity, id, at, fact, channel, placeId, source }: Ask): Promise<boolean> {
  return inTransaction(ctx, async (ctx) => {
    await lockFiling(ctx, false);
    await lockEvidence(ctx);
    const kept = await ctx.db.run(sql`
      insert into asks (identity_id, id, at, fact, channel, place_id, source)
      values (${identity}, ${id}, ${at}::timestamptz, ${fact}, ${channel}, ${placeId}, ${source})
      on conflict (identity_id, id) do nothing`);
    if (kept === 0) return false;
    await judgeAsked(ctx, [identity]);
    return true;
  });
}

function askFrom(ctx: Context, report: AskReport, key: string | undefined): Ask {
  const fact = factName(report.fact);
  if (fact === "") throw wrong("fact", "A fact has a name with letters in it, as in birthDate.");
  const channel = readChannel(report.channel);
  if (!channel) throw wrong("channel", `${report.channel} is no channel. These are: ${channels.join(", ")}.`);
  const at = timeOf(report.at, ctx.now);
  const place = report.place === undefined ? null : placeId(report.place);
  const identity = report.customer.toLowerCase();
  const [reporter, source] = whoReports(ctx);
  const said = [identity, fact, channel, place ?? "", at.toISOString()];
  const id = key === undefined ? namedId("ask", reporter, ...said) : namedId("ask by key", reporter, key);
  return { identity, id, at, fact, channel, placeId: place, source };
}

const aheadMs = 10 * 60_000;
const earliest = Date.UTC(1900, 0, 1);

function timeOf(text: string, now: Date): Date {
  const at = new Date(text);
  if (at.getTime() > now.getTime() + aheadMs) throw wrong("at", "This is more than ten minutes ahead of our clock.");
  if (at.getTime() < earliest) throw wrong("at", "This is before 1900.");
  return at;
}

/** Programs report for their source, whichever of its keys they use; employees for themselves. */
function whoReports({ actor }: Context): [reporter: string, source: string] {
  if (actor.kind === "key") return [`source ${actor.source ?? actor.id}`, actor.source ?? actor.name];
  return actor.kind === "staff" ? [`staff ${actor.id}`, "staff"] : [actor.name, actor.name];
}

async function assertKnown(ctx: Context, { identity, placeId }: Ask): Promise<void> {
  const known = await ctx.db.maybe(sql`select id from identities where id = ${identity}`);
  if (!known) throw new NotFound(`No customer is known by ${identity}. GET /v1/recognise finds whom you asked.`);
  if (placeId === null) return;
  const place = await ctx.db.maybe(sql`select id from places where id = ${placeId}`);
  if (!place) throw wrong("place", "There is no place with this code. GET /v1/places lists them.");
}

function wrong(field: string, detail: string): InvalidInput {
  return new InvalidInput(detail, [{ pointer: `/${field}`, detail }]);
}
