import { expect, it } from "vitest";
import { cast } from "../../../test/app.ts";
import type { Db } from "../database/database.ts";
import { openLog } from "../log.ts";
import { buildApp } from "./index.ts";

it("tells in the log a visitor from an employee and a program", async () => {
  const lines: { actor: string; status: number }[] = [];
  const log = openLog("info", { write: (line) => void lines.push(JSON.parse(line)) });
  const app = buildApp({
    // The door asks the database nothing.
    db: {} as Db,
    clock: () => new Date("2026-05-04T12:00:00Z"),
    doorkeeper: { ofKey: (text) => cast[text], ofSession: () => undefined },
    log,
  });
  app.get("/v1/figures", { config: { allow: ["executive"] } }, async () => ({}));
  for (const as of [undefined, "manager", "write"])
    await app.inject({ url: "/v1/figures", headers: as ? { authorization: `Bearer ${as}` } : {} });
  expect(lines.map(({ actor, status }) => [actor.split(" ")[0], status])).toEqual([
    ["visitor", 401],
    ["staff", 403],
    ["key", 403],
  ]);
});
