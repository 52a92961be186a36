import { describe, expect, it } from "vitest";
import { databaseForThisTest, freshDatabase } from "../../../test/database.ts";
import { staffedApp } from "../../../test/staffed-app.ts";
import { openPool } from "../../foundation/database/database.ts";
import { sql } from "../../foundation/database/sql.ts";
import { contextOf, type App } from "../../foundation/http/index.ts";
import { heedAccessChanges } from "../index.ts";

function whoDoor(app: App): void {
  app.get("/v1/who", { config: { allow: ["write key", "read key"] } }, async (request) => contextOf(request).actor);
}

describe("an API key", () => {
  it("is shown once, and opens the doors of its kind", async () => {
    const db = await databaseForThisTest();
    const { ask, setUp } = staffedApp(db, whoDoor);
    const cookie = await setUp();
    const { status, body } = await ask("POST", "/v1/keys", { name: "till", may: "write" }, { cookie });
    expect(status).toBe(201);
    expect(body).toEqual({ name: "till", key: expect.stringMatching(/^rgl_write_/), may: "write", source: "till" });
    expect((await ask("GET", "/v1/who", undefined, { key: body.key })).body).toMatchObject({
      kind: "key",
      may: "write",
      source: "till",
    });
    expect((await ask("GET", "/v1/keys", undefined, { key: body.key })).status).toBe(403);
    expect(JSON.stringify((await ask("GET", "/v1/keys", undefined, { cookie })).body)).not.toContain(body.key);
    expect(JSON.stringify(await db.many(sql`select * from keys`))).not.toContain(body.key);
  });

  it("has a name of its own while it stands", async () => {
    const { ask, setUp } = staffedApp(await databaseForThisTest());
    const cookie = await setUp();
    const till = { name: "till", may: "write", source: "shop" };
    expect((await ask("POST", "/v1/keys", till, { cookie })).status).toBe(201);
    expect((await ask("POST", "/v1/keys", till, { cookie })).status).toBe(409);
    expect((await ask("DELETE", "/v1/keys/till", undefined, { cookie })).status).toBe(200);
    expect((await ask("DELETE", "/v1/keys/till", undefined, { cookie })).status).toBe(404);
    expect((await ask("POST", "/v1/keys", till, { cookie })).status).toBe(201);
  });

  it("that reads belongs to no source", async () => {
    const { ask, setUp } = staffedApp(await databaseForThisTest());
    const cookie = await setUp();
    expect((await ask("POST", "/v1/keys", { name: "wallboard", may: "read", source: "x" }, { cookie })).status).toBe(
      400,
    );
    expect((await ask("POST", "/v1/keys", { name: "wallboard", may: "read" }, { cookie })).body.source).toBeNull();
  });

  it("opens nothing any more on any server once it is revoked on one", async () => {
    const { db, url, drop } = await freshDatabase();
    const pool = openPool({ connectionString: url, max: 2 });
    const [here, there] = [staffedApp(db, whoDoor), staffedApp(db, whoDoor)];
    const notices = await heedAccessChanges(pool, there.doorkeeper.forget);
    try {
      const cookie = await here.setUp();
      const { key } = (await here.ask("POST", "/v1/keys", { name: "till", may: "write" }, { cookie })).body;
      const status = async () => (await there.ask("GET", "/v1/who", undefined, { key })).status;
      expect(await status()).toBe(200);
      await here.ask("DELETE", "/v1/keys/till", undefined, { cookie });
      await expect.poll(status, { timeout: 2000 }).toBe(401);
    } finally {
      await notices.stop();
      await pool.end();
      await drop();
    }
  });

  it("that nobody made opens nothing", async () => {
    const { ask } = staffedApp(await databaseForThisTest(), whoDoor);
    for (const key of ["", "rgl_write_x", "x".repeat(5000), "\u00ff"])
      expect((await ask("GET", "/v1/who", undefined, { key })).status).toBe(401);
  });
});
