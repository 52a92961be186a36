import { databaseOn, openPool, type Db } from "../../src/foundation/database/database.ts";
import { migrate } from "../../src/foundation/database/migrate.ts";
import { namedId } from "../../src/foundation/ids.ts";
import { openDatabase } from "../../src/foundation/database/open-database.ts";

const then = "2026-01-01T00:00:00Z";
export const customerId = (n: number): string => namedId("customer", String(n));
export const phoneOf = (n: number): string =>
  `+4930${String(Math.imul(n, 48_271) >>> 0)
    .slice(-8)
    .padStart(8, "1")}`;

/** A server of its own with everybody in our tables, and in a bare one that trigrams look through. */
export async function fillTables(home: string, names: readonly string[]) {
  const server = await openDatabase({ home, role: "command" });
  const pool = openPool(server.connection);
  const db = databaseOn(pool);
  await migrate(db);
  await db.copy(
    "identities (id, kind, scope, value, normalising, first_seen, customer_id, members)",
    identities(names),
  );
  await db.copy("facts (identity_id, id, name, value, source, first_observed_at, observed_at)", facts(names));
  await fillTrigrams(db, names);
  await db.script("vacuum analyze");
  const close = async (): Promise<void> => {
    await pool.end();
    await server.stop();
  };
  return { db, pool, close };
}

function* identities(names: readonly string[]): Generator<string> {
  for (const n of names.keys()) {
    const [id, phone] = [customerId(n), namedId("phone", String(n))];
    yield `${id}\t1\tbench\tu${n}\t1\t${then}\t${id}\t{${id},${phone}}\n`;
    yield `${phone}\t5\t\t${phoneOf(n)}\t1\t${then}\t${id}\t{${id},${phone}}\n`;
  }
}

function* facts(names: readonly string[]): Generator<string> {
  for (const [n, name] of names.entries()) {
    yield `${customerId(n)}\t${namedId("fact", String(n))}\tname\t${name}\tbench\t${then}\t${then}\n`;
  }
}

async function fillTrigrams(db: Db, names: readonly string[]): Promise<void> {
  await db.script(
    "create extension if not exists pg_trgm; create table trigram_names (id integer primary key, name text)",
  );
  await db.copy("trigram_names (id, name)", numbered(names));
  await db.script("create index trigram_gin on trigram_names using gin (name gin_trgm_ops)");
}

function* numbered(names: readonly string[]): Generator<string> {
  for (const [n, name] of names.entries()) yield `${n}\t${name.toLowerCase()}\n`;
}
