import type pg from "pg";
import { openNameIndex, type OpenNameIndex } from "./customers/search/index.ts";
import type { Context } from "./foundation/context.ts";
import type { Db } from "./foundation/database/database.ts";
import { sql } from "./foundation/database/sql.ts";
import type { NameSearch, Recognition } from "./recognition/index.ts";
import { lendKey } from "./staff/index.ts";

type Near = Parameters<NameSearch>[1];
type Matches = Awaited<ReturnType<NameSearch>>;

/** The search by name that a server keeps, as the card asks for it. */
export function searchIn(names: OpenNameIndex): NameSearch {
  return async (text, near) => {
    const found = await names.search(text, near);
    return found.map((one) => ({ ...one, reasons: [...one.reasons] }));
  };
}

/** What a command has at hand. */
type AtHand = {
  readonly ctx: Context;
  readonly pool: pg.Pool;
  readonly serverAddress: () => Promise<string | undefined>;
  readonly tell: (progress: string) => void;
};

/** A command asks the server on its home, which has everybody in memory; where none runs it reads them all, once. */
export function searchForCommand({ ctx, pool, serverAddress, tell }: AtHand): NameSearch {
  return async (text, near) => {
    const address = await serverAddress();
    const answered =
      address === undefined ? undefined : await askServer(ctx, address, text, near).catch(() => undefined);
    if (answered) return answered;
    tell("No server runs here that has the names in memory: reading them all for this question.");
    return searchOnce(ctx.db, pool, text, near);
  };
}

const patienceMilliseconds = 10_000;

async function askServer(ctx: Context, address: string, text: string, near: Near): Promise<Matches> {
  const question = new URLSearchParams({ q: text, at: near.at.toISOString(), matchesOnly: "true" });
  if (near.place !== null) question.set("place", await codeOf(ctx, near.place));
  return lendKey(ctx, ctx.actor.name, async (key) => {
    const answer = await fetch(`${address}/v1/recognise?${question}`, {
      headers: { authorization: `Bearer ${key}` },
      signal: AbortSignal.timeout(patienceMilliseconds),
    });
    if (!answer.ok) throw new Error(`the server at ${address} answered ${answer.status}`);
    const { matches } = (await answer.json()) as Recognition;
    // What else a match shows is put to it by whoever asked.
    return matches.map(({ customer, name, score, reasons }) => ({ customer, name, score, reasons }));
  });
}

async function codeOf({ db }: Context, placeId: string): Promise<string> {
  return (await db.one<{ code: string }>(sql`select code from places where id = ${placeId}`)).code;
}

async function searchOnce(db: Db, pool: pg.Pool, text: string, near: Near): Promise<Matches> {
  const names = await openNameIndex({ db, pool });
  try {
    return await searchIn(names)(text, near);
  } finally {
    await names.stop();
  }
}
