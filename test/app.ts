import type { Actor, Role } from "../src/foundation/context.ts";
import type { Db } from "../src/foundation/database/database.ts";
import { buildApp, type App } from "../src/foundation/http/index.ts";

/**
 * An application over a test's database whose keys are plain words: `authorization: "Bearer manager"`. Roles of employees,
 * `write` (source "till") and `read` for programs.
 */
export function appFor(db: Db, hang: (app: App) => void, now = new Date("2026-05-04T12:00:00Z")): App {
  const app = buildApp({
    db,
    clock: () => now,
    doorkeeper: { ofKey: (text) => cast[text], ofSession: (text) => cast[text] },
  });
  hang(app);
  return app;
}

export function employee(role: Role, placeId: string | null = null): Actor {
  return { kind: "staff", id: ids[role], name: role, role, placeId };
}

const ids: Readonly<Record<Role, string>> = {
  "front line": "00000000-0000-8000-8000-000000000001",
  manager: "00000000-0000-8000-8000-000000000002",
  executive: "00000000-0000-8000-8000-000000000003",
  administrator: "00000000-0000-8000-8000-000000000004",
};

export const cast: Readonly<Record<string, Actor>> = {
  "front line": employee("front line"),
  manager: employee("manager"),
  executive: employee("executive"),
  administrator: employee("administrator"),
  write: { kind: "key", id: "00000000-0000-8000-8000-000000000011", name: "till", may: "write", source: "till" },
  read: { kind: "key", id: "00000000-0000-8000-8000-000000000012", name: "wallboard", may: "read", source: null },
};
