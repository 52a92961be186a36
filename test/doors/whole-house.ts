import { onTestFinished } from "vitest";
import { openAuditLog } from "../../src/foundation/audit.ts";
import { sql } from "../../src/foundation/database/sql.ts";
import type { Db } from "../../src/foundation/database/database.ts";
import type { Actor } from "../../src/foundation/context.ts";
import type { App } from "../../src/foundation/http/index.ts";
import { hangDoors } from "../../src/house.ts";
import { openMemory } from "../../src/recognition/index.ts";
import { appFor, cast } from "../app.ts";
import { freshDatabase } from "../database.ts";

/** Every door there is, on a database of its own, for the actors of test/app.ts: `authorization: "Bearer manager"`. */
export async function wholeHouse(): Promise<{ app: App; db: Db }> {
  const { db, drop } = await freshDatabase();
  await populate(db);
  const clock = (): Date => new Date("2026-05-04T12:00:00Z");
  const audit = openAuditLog(db, clock);
  const ofKey = (text: string): Actor | undefined => cast[text];
  const app = appFor(db, (app) =>
    hangDoors(app, {
      naming: { key: Buffer.alloc(32, 7), region: "GB" },
      defaults: { zone: "UTC", region: "GB", currency: "EUR" },
      doorkeeper: { ofKey, ofSession: ofKey, forget: () => {} },
      audit,
      reader: db,
      memory: openMemory(db),
      search: () => [],
    }),
  );
  onTestFinished(async () => {
    await app.close();
    await audit.flush().catch(() => {});
    await drop();
  });
  return { app, db };
}

/** A place, and the employees of test/app.ts at it. */
async function populate(db: Db): Promise<void> {
  const harbour = "00000000-0000-8000-8000-0000000000f1";
  await db.run(sql`
    insert into places (id, code, name, zone, region, currency)
    values (${harbour}::uuid, 'harbour', 'Harbour', 'Europe/Vienna', 'AT', 'EUR')`);
  for (const actor of Object.values(cast)) {
    if (actor.kind !== "staff") continue;
    await db.run(sql`
      insert into staff (id, code, name, role, place_id)
      values (${actor.id}::uuid, ${actor.name}, ${actor.name}, ${actor.role}, ${harbour}::uuid)`);
  }
}

export type Operation = {
  readonly method: "get" | "post" | "put" | "patch" | "delete";
  readonly path: string;
  readonly summary?: string;
  readonly description: string;
  readonly parameters: readonly { name: string; in: "path" | "query"; required: boolean; schema: object }[];
  readonly requestBody?: { content: Record<string, { schema: object }> };
  readonly responses: Record<string, object>;
  readonly security: readonly object[];
};

/** What the OpenAPI document says there is. */
export async function operationsOf(app: App): Promise<Operation[]> {
  const { paths } = (await app.inject("/openapi.json")).json<{ paths: Record<string, Record<string, Operation>> }>();
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      ...operation,
      path,
      method: method as Operation["method"],
    })),
  );
}
