import type { TestProject } from "vitest/node";
import { databaseOn, openPool } from "../src/foundation/database/database.ts";
import { migrate } from "../src/foundation/database/migrate.ts";
import { sql } from "../src/foundation/database/sql.ts";

declare module "vitest" {
  interface ProvidedContext {
    databaseServer: string;
  }
}

/** One real PostgreSQL for the whole run, with a migrated template that every test's database is copied from. */
export default async function setup(project: TestProject): Promise<void> {
  const server = process.env["REGULARS_TEST_SERVER"];
  if (!server) throw new Error("set REGULARS_TEST_SERVER");
  const template = `template_${process.pid}`;
  await onServer(server, "postgres", (db) => db.script(`create database ${template}`));
  await onServer(server, template, (db) => migrate(db));
  project.provide("databaseServer", JSON.stringify({ server, template }));
}

async function onServer(server: string, name: string, work: (db: ReturnType<typeof databaseOn>) => Promise<unknown>): Promise<void> {
  const pool = openPool({ connectionString: server.replace("NAME", name), max: 1 });
  try {
    await work(databaseOn(pool));
  } finally {
    await pool.end();
  }
}
void sql;
