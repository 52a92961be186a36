import { randomBytes } from "node:crypto";
import { inject, onTestFinished } from "vitest";
import { databaseOn, openPool, type Db } from "../src/foundation/database/database.ts";

/** A migrated, empty database of its own for one test file or test; removed afterwards with `drop`. */
export async function freshDatabase(): Promise<{ db: Db; url: string; drop: () => Promise<void> }> {
  const { server, template } = JSON.parse(inject("databaseServer")) as { server: string; template: string };
  const name = `test_${randomBytes(6).toString("hex")}`;
  await script(server, `create database ${name} template ${template} strategy wal_log`);
  const url = server.replace("NAME", name);
  const pool = openPool({ connectionString: url, max: 10 });
  const drop = async (): Promise<void> => {
    await pool.end();
    await script(server, `drop database ${name} with (force)`);
  };
  return { db: databaseOn(pool), url, drop };
}

/** The same, dropped by itself when the test that asked is finished. */
export async function databaseForThisTest(): Promise<Db> {
  const { db, drop } = await freshDatabase();
  onTestFinished(drop);
  return db;
}

async function script(server: string, text: string): Promise<void> {
  const pool = openPool({ connectionString: server.replace("NAME", "postgres"), max: 1 });
  try {
    await databaseOn(pool).script(text);
  } finally {
    await pool.end();
  }
}
