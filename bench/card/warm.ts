import type { Db } from "../../src/foundation/database/database.ts";
import { sql } from "../../src/foundation/database/sql.ts";

/** What cards are read from; of verdicts and evidence the heap as well. */
const read = [
  "identities",
  "identities_pkey",
  "facts",
  "facts_pkey",
  "touches_pkey",
  "lines_pkey",
  "verdicts",
  "verdicts_telling",
  "evidence",
  "evidence_refused",
];

/** Has the machine read once what a server that has been up for days has read long ago, as far as its memory goes. */
export async function warm(db: Db, tell: (text: string) => void): Promise<void> {
  tell("reading what cards are made of");
  await db.script("create extension if not exists pg_prewarm");
  for (const relation of read) await db.one(sql`select pg_prewarm(${relation}::regclass, 'read')`);
  await db.script("drop extension pg_prewarm");
}
