import { fork } from "node:child_process";
import { once } from "node:events";
import type { Naming } from "../../src/customers/index.ts";
import type { Context } from "../../src/foundation/context.ts";
import type pg from "pg";
import type { Db } from "../../src/foundation/database/database.ts";
import { ensureCodes } from "../../src/touchpoints/index.ts";
import type { ArrivingItem } from "../../src/touchpoints/catalogue/name-items.ts";
import { settleTown, type Share, type Town } from "../../src/town/index.ts";
import { noteTown } from "./bench-town.ts";
import { putInOrder } from "./put-in-order.ts";
import { heap, type Progress, type Work } from "./work.ts";

type House = { readonly db: Db; readonly connection: pg.PoolConfig; readonly naming: Naming };

export const tables = [
  "identities",
  "facts",
  "evidence",
  "receipts",
  "touches",
  "lines",
  "verdicts",
  "reasks",
] as const;

/**
 * Fills an empty database with all that the town's businesses wrote down, row by row what filing it would have left
 * (fill-town.test.ts). Several processes make rows of a share each; then they are put in the order in which they would
 * have arrived, because the visits of one customer do not lie side by side in life.
 *
 * A million residents and 21.9 million touches: 52 minutes beside other work on two cores, 40 of them for making the rows,
 * 9 for order and indexes, 2 for looking over them; 29 GB, 60 GB free while it works (November 2026).
 */
export async function fillTown(
  house: House,
  town: Town,
  processes: number,
  tell: (text: string) => void,
): Promise<void> {
  const ctx: Context = { actor: { kind: "system", name: "bench" }, db: house.db, now: new Date(town.until) };
  await settleTown(ctx);
  await ensureCodes(ctx, { touchpoints: ["profile", "order"].map((code) => ({ code })) });
  await heapsFor(house.db);
  const touches = await makeRows(ctx, house, town, processes, tell);
  await putInOrder(house.db, tables, tell);
  tell("looking over the tables");
  await house.db.script("vacuum (freeze, analyze)");
  await noteTown(ctx, { ...town, touches });
  await house.db.script(`drop schema ${heap} cascade`);
}

/** Without a log and without indexes: nobody asks them anything. */
async function heapsFor(db: Db): Promise<void> {
  await db.script(`drop schema if exists ${heap} cascade`);
  await db.script(`create schema ${heap}`);
  for (const table of tables)
    await db.script(`create unlogged table ${heap}.${table} (like public.${table} including defaults)`);
}

async function makeRows(
  ctx: Context,
  { connection, naming }: House,
  town: Town,
  processes: number,
  tell: (text: string) => void,
): Promise<number> {
  const done = { touches: 0, residents: 0 };
  const sold: ArrivingItem[] = [];
  const hear = (progress: Progress): void => {
    if ("sold" in progress) return void sold.push(...progress.sold);
    const before = done.residents;
    done.touches += progress.touches;
    done.residents += progress.residents;
    if (Math.floor(before / 20_000) < Math.floor(done.residents / 20_000))
      tell(`${done.residents} residents, ${done.touches} touches`);
  };
  const work = { connection, key: naming.key.toString("hex"), region: naming.region, town };
  await Promise.all(sharesOf(town, processes).map((share) => workOn({ ...work, share }, hear)));
  await ensureCodes(ctx, { items: sold });
  return done.touches;
}

function sharesOf({ residents }: Town, processes: number): Share[] {
  const at = (n: number): number => Math.ceil((n * residents) / processes);
  return Array.from({ length: processes }, (_, n) => ({ first: at(n), beyond: at(n + 1) }));
}

async function workOn(work: Work, hear: (progress: Progress) => void): Promise<void> {
  const child = fork(new URL("./fill-share.ts", import.meta.url), {
    execArgv: ["--max-semi-space-size=64", "--import", "tsx"],
  });
  child.on("message", (progress: Progress) => hear(progress));
  child.send(work);
  const [code] = (await once(child, "exit")) as [number | null];
  if (code !== 0) throw new Error(`a share of the town was not filed: its process ended with ${code}`);
}
