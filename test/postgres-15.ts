import { createRequire } from "node:module";
import { onTestFinished } from "vitest";
import { temporaryServer } from "./database-server.ts";

/** The oldest PostgreSQL we promise to run on is a development dependency, and is there on one platform only. */
export const hasPostgres15 = process.platform === "linux" && process.arch === "x64" && isInstalled("postgres-15");

if (!hasPostgres15)
  console.warn("Tests on PostgreSQL 15 are skipped: the development package postgres-15 (linux-x64) is not installed.");

/** A server of that version for the test that asks; an address with NAME for the database, where "regulars" is an empty one. */
export async function postgres15ForThisTest(): Promise<string> {
  const { server, stop } = await temporaryServer("postgres-15");
  onTestFinished(stop);
  return server;
}

function isInstalled(name: string): boolean {
  try {
    return Boolean(createRequire(import.meta.url).resolve(name));
  } catch {
    return false;
  }
}
