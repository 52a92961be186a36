import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type pg from "pg";
import type { TestProject } from "vitest/node";
import { databaseOn, openPool, type Db } from "../src/foundation/database/database.ts";
import { openDatabase } from "../src/foundation/database/open-database.ts";
import { migrate } from "../src/foundation/database/migrate.ts";
import { migrateJobs } from "../src/foundation/jobs.ts";

declare module "vitest" {
  interface ProvidedContext {
    databaseServer: string;
  }
}

/**
 * One real PostgreSQL for the whole run, with a migrated template that every test's database is copied from: the one
 * in REGULARS_TEST_SERVER (an address with NAME for the database), else our own, in a temporary folder.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { server, stop } = await testServer();
  const template = `template_${process.pid}`;
  await onServer(server, "postgres", (db) => db.script(`create database ${template}`));
  await onServer(server, template, async (db, pool) => {
    await migrate(db);
    await migrateJobs(pool);
  });
  project.provide("databaseServer", JSON.stringify({ server, template }));
  return async () => {
    await onServer(server, "postgres", (db) => db.script(`drop database ${template} with (force)`));
    await stop();
  };
}

async function testServer(): Promise<{ server: string; stop: () => Promise<void> }> {
  const given = process.env["REGULARS_TEST_SERVER"];
  return given ? { server: given, stop: async () => {} } : temporaryServer();
}

/** A PostgreSQL of its own that forgets what it was told when the machine stops; tests ask for nothing more. */
export async function temporaryServer(programs?: string): Promise<{ server: string; stop: () => Promise<void> }> {
  const home = await mkdtemp(join(tmpdir(), "regulars-test-"));
  const database = await openDatabase({ home, role: "command", isDurable: false, programs });
  const { host, user, password } = database.connection;
  const server = `postgres://${user}:${password as string}@/NAME?host=${encodeURIComponent(host!)}`;
  const stop = async (): Promise<void> => {
    await database.stop();
    await rm(home, { recursive: true, force: true });
  };
  return { server, stop };
}

async function onServer(
  server: string,
  name: string,
  work: (db: Db, pool: pg.Pool) => Promise<unknown>,
): Promise<void> {
  const pool = openPool({ connectionString: server.replace("NAME", name), max: 1 });
  try {
    await work(databaseOn(pool), pool);
  } finally {
    await pool.end();
  }
}
