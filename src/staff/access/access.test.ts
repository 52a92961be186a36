import { describe, expect, it } from "vitest";
import { databaseForThisTest, freshDatabase } from "../../../test/database.ts";
import { ownerRosa, staffedApp } from "../../../test/staffed-app.ts";
import { openPool } from "../../foundation/database/database.ts";
import { sql } from "../../foundation/database/sql.ts";
import { heedAccessChanges } from "../index.ts";

const minutes = 60_000;
const hours = 60 * minutes;
const rosasPassword = { email: ownerRosa.email, password: ownerRosa.password };

describe("the first start", () => {
  it("asks for an owner, who is then signed in", async () => {
    const { ask, setUpCode } = staffedApp(await databaseForThisTest());
    const code = await setUpCode();
    expect((await ask("GET", "/v1/setup")).body).toEqual({ needed: true, needsCode: true });
    const harbour = { name: "Harbour Street", zone: "Europe/Vienna", currency: "EUR", region: "AT" };
    const { status, cookie } = await ask("POST", "/v1/setup", { ...ownerRosa, code, place: harbour });
    expect(status).toBe(204);
    expect((await ask("GET", "/v1/setup")).body).toMatchObject({ needed: false });
    expect((await ask("GET", "/v1/me", undefined, { cookie: cookie! })).body).toMatchObject({
      staff: { name: "Rosa", email: "rosa@example.com", role: "administrator" },
      simulated: false,
    });
  });

  it("asks whoever comes from another machine for the code on a server's terminal, once", async () => {
    const db = await databaseForThisTest();
    const servers = [staffedApp(db), staffedApp(db)];
    const [first, second] = [await servers[0]!.setUpCode(), await servers[1]!.setUpCode()];
    expect(first).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/);
    for (const code of [undefined, "", "AAAA-AAAA-AAAA"]) {
      const refused = await servers[0]!.ask("POST", "/v1/setup", { ...ownerRosa, ...(code !== undefined && { code }) });
      expect(refused).toMatchObject({ status: 400, body: { errors: [{ pointer: "#/code" }] } });
    }
    const stored = JSON.stringify(await db.many(sql`select value from settings`));
    expect(stored).not.toContain(first!.replaceAll("-", ""));

    const typed = second!.toLowerCase().replaceAll("-", " ");
    expect((await servers[0]!.ask("POST", "/v1/setup", { ...ownerRosa, code: typed })).status).toBe(204);
    expect((await servers[1]!.ask("POST", "/v1/setup", { ...ownerRosa, code: first })).status).toBe(409);
    expect(await servers[1]!.setUpCode()).toBeUndefined();
    expect(await db.many(sql`select name from settings where name = 'set-up codes'`)).toEqual([]);
  });

  it("is over once there is an owner", async () => {
    const { ask, setUp } = staffedApp(await databaseForThisTest());
    await setUp();
    expect(await ask("POST", "/v1/setup", ownerRosa)).toMatchObject({ status: 409, body: { code: "conflict" } });
  });

  it("has one owner when many try at once, on several servers", async () => {
    const db = await databaseForThisTest();
    const servers = [staffedApp(db), staffedApp(db)];
    const code = await servers[0]!.setUpCode();
    const tries = Array.from({ length: 8 }, (_, n) =>
      servers[n % 2]!.ask("POST", "/v1/setup", { ...ownerRosa, code, email: `owner${n}@example.com` }),
    );
    const statuses = (await Promise.all(tries)).map(({ status }) => status).sort();
    expect(statuses).toEqual([204, ...Array<number>(7).fill(409)]);
    expect(await db.one(sql`select count(*) as n from accounts`)).toEqual({ n: 1 });
  });

  it("refuses a place in a zone or with a currency that does not exist", async () => {
    const { ask } = staffedApp(await databaseForThisTest());
    const mars = { name: "Harbour", zone: "Mars/North", currency: "XQZ" };
    const { status, body } = await ask("POST", "/v1/setup", { ...ownerRosa, place: mars });
    expect(status).toBe(400);
    expect(body.errors.map((e: { pointer: string }) => e.pointer)).toEqual(["#/place/zone", "#/place/currency"]);
  });
});

describe("signing in", () => {
  it("takes the e-mail however it is written, and gives a cookie that no script can read", async () => {
    const { ask, setUp } = staffedApp(await databaseForThisTest());
    await setUp();
    const { status, headers } = await ask("POST", "/v1/sessions", {
      email: " ROSA@example.com ",
      password: ownerRosa.password,
    });
    expect(status).toBe(204);
    expect(String(headers["set-cookie"])).toMatch(/HttpOnly; SameSite=Lax/);
  });

  it("refuses a wrong password and an unknown person in the same words", async () => {
    const { ask, setUp } = staffedApp(await databaseForThisTest());
    await setUp();
    const wrong = await ask("POST", "/v1/sessions", { email: ownerRosa.email, password: "not this" });
    const unknown = await ask("POST", "/v1/sessions", { email: "nobody@example.com", password: "not this" });
    expect(wrong.status).toBe(401);
    expect({ ...wrong.body, instance: "" }).toEqual({ ...unknown.body, instance: "" });
  });

  it("is over for a while after ten wrong passwords, on every server, but not for the owner elsewhere", async () => {
    const db = await databaseForThisTest();
    const servers = [staffedApp(db), staffedApp(db)];
    await servers[0]!.setUp();
    const guess = (n: number) =>
      servers[n % 2]!.ask("POST", "/v1/sessions", { email: ownerRosa.email, password: `guess ${n}` });
    const statuses = (await Promise.all(Array.from({ length: 20 }, (_, n) => guess(n)))).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(10);

    const right = { email: ownerRosa.email, password: ownerRosa.password };
    const here = await servers[0]!.ask("POST", "/v1/sessions", right);
    expect(here.status).toBe(429);
    expect(Number(here.headers["retry-after"])).toBeGreaterThan(0);
    expect((await servers[1]!.ask("POST", "/v1/sessions", right, { from: "198.51.100.7" })).status).toBe(204);

    servers[0]!.time.now = new Date(servers[0]!.time.now.getTime() + 16 * minutes);
    expect((await servers[0]!.ask("POST", "/v1/sessions", right)).status).toBe(204);
  });

  it("does not count those who know their password", async () => {
    const { ask, setUp } = staffedApp(await databaseForThisTest());
    await setUp();
    for (let n = 0; n < 12; n++) {
      expect((await ask("POST", "/v1/sessions", { email: ownerRosa.email, password: ownerRosa.password })).status).toBe(
        204,
      );
    }
  });
});

describe("a session", () => {
  it("ends with signing out, here or everywhere", async () => {
    const db = await databaseForThisTest();
    const { ask, setUp, doorkeeper } = staffedApp(db);
    const [tablet, phone] = [await setUp(), (await ask("POST", "/v1/sessions", rosasPassword)).cookie!];
    await ask("DELETE", "/v1/sessions/current", undefined, { cookie: tablet });
    doorkeeper.forget();
    expect((await ask("GET", "/v1/me", undefined, { cookie: tablet })).status).toBe(401);
    expect((await ask("GET", "/v1/me", undefined, { cookie: phone })).status).toBe(200);
    await ask("DELETE", "/v1/sessions", undefined, { cookie: phone });
    doorkeeper.forget();
    expect((await ask("GET", "/v1/me", undefined, { cookie: phone })).status).toBe(401);
  });

  it("ends at once on every server when it ends on one", async () => {
    const { db, url, drop } = await freshDatabase();
    const pool = openPool({ connectionString: url, max: 2 });
    const [here, there] = [staffedApp(db), staffedApp(db)];
    const notices = await heedAccessChanges(pool, there.doorkeeper.forget);
    try {
      const cookie = await here.setUp();
      expect((await there.ask("GET", "/v1/me", undefined, { cookie })).status).toBe(200);
      await here.ask("DELETE", "/v1/sessions/current", undefined, { cookie });
      const status = async () => (await there.ask("GET", "/v1/me", undefined, { cookie })).status;
      await expect.poll(status, { timeout: 2000 }).toBe(401);
    } finally {
      await notices.stop();
      await pool.end();
      await drop();
    }
  });

  it("lasts as long as somebody uses it, and no longer than a month", async () => {
    const { ask, setUp, doorkeeper, time } = staffedApp(await databaseForThisTest());
    const cookie = await setUp();
    const after = async (milliseconds: number): Promise<number> => {
      time.now = new Date(time.now.getTime() + milliseconds);
      doorkeeper.forget();
      return (await ask("GET", "/v1/me", undefined, { cookie })).status;
    };
    for (let use = 0; use < 30; use++) expect(await after(23 * hours)).toBe(200);
    for (let use = 0; use < 2; use++) await after(23 * hours);
    expect(await after(1 * hours)).toBe(401);
  });

  it("is asked for again after a day without use", async () => {
    const { ask, setUp, doorkeeper, time } = staffedApp(await databaseForThisTest());
    const cookie = await setUp();
    time.now = new Date(time.now.getTime() + 25 * hours);
    doorkeeper.forget();
    expect((await ask("GET", "/v1/me", undefined, { cookie })).status).toBe(401);
  });

  it("changes nothing for a page of somebody else", async () => {
    const { app, ask, setUp } = staffedApp(await databaseForThisTest());
    const cookie = await setUp();
    expect((await ask("DELETE", "/v1/sessions", undefined, { cookie, origin: "https://evil.example" })).status).toBe(
      403,
    );
    expect((await ask("DELETE", "/v1/sessions", undefined, { cookie, origin: "null" })).status).toBe(403);
    const without = await app.inject({
      method: "DELETE",
      url: "/v1/sessions",
      headers: { cookie: `regulars_session=${cookie}` },
    });
    expect(without.statusCode).toBe(403);
    expect((await ask("GET", "/v1/me", undefined, { cookie })).status).toBe(200);
  });

  it("is stored in a way that lets nobody in", async () => {
    const db = await databaseForThisTest();
    const cookie = await staffedApp(db).setUp();
    const rows = JSON.stringify(
      await db.many(sql`select encode(token_hash, 'escape'), token_hash::text from sessions`),
    );
    expect(rows).not.toContain(cookie);
    expect(JSON.stringify(await db.many(sql`select password from accounts`))).not.toContain(ownerRosa.password);
  });
});
