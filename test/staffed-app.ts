import type { Db } from "../src/foundation/database/database.ts";
import { sql } from "../src/foundation/database/sql.ts";
import { buildApp, type App } from "../src/foundation/http/index.ts";
import { hashPassword } from "../src/staff/access/password.ts";
import { startSession } from "../src/staff/access/session.ts";
import { makeSetUpCode, staffDoorkeeper } from "../src/staff/index.ts";
import { saveStaff } from "../src/staff/people/save-staff.ts";
import { staffRoutes } from "../src/staff/routes.ts";

export const ownerRosa = { name: "Rosa", email: "Rosa@example.com", password: "tea and three biscuits" };

/** One server process on a test's database, with real sessions and keys, and a clock that the test turns. */
export function staffedApp(db: Db, hang: (app: App) => void = () => {}) {
  const time = { now: new Date("2026-05-04T12:00:00Z") };
  const clock = (): Date => time.now;
  const doorkeeper = staffDoorkeeper(db, clock);
  const app = buildApp({ db, clock, doorkeeper });
  staffRoutes(app, { defaults: { zone: "UTC", region: "GB", currency: "EUR" } });
  hang(app);

  async function ask(
    method: "GET" | "POST" | "PATCH" | "DELETE",
    url: string,
    body?: object,
    as: { cookie?: string; key?: string; from?: string; origin?: string } = {},
  ) {
    const answer = await app.inject({
      method,
      url,
      ...(body && { payload: body }),
      remoteAddress: as.from ?? "192.0.2.1",
      headers: {
        ...(as.cookie !== undefined && {
          cookie: `regulars_session=${as.cookie}`,
          origin: as.origin ?? "http://localhost:80",
        }),
        ...(as.key !== undefined && { authorization: `Bearer ${as.key}` }),
      },
    });
    const cookie = /regulars_session=([^;]*)/.exec(String(answer.headers["set-cookie"]))?.[1];
    return {
      status: answer.statusCode,
      body: answer.body ? answer.json() : undefined,
      cookie,
      headers: answer.headers,
    };
  }

  /** Makes the installation Rosa's and returns her session. Her password is kept at next to no cost, or tests would take minutes. */
  async function setUp(): Promise<string> {
    const ctx = { actor: { kind: "system", name: "test" } as const, db, now: time.now };
    const { name, email, password } = ownerRosa;
    const id = await saveStaff(ctx, {
      code: "rosa",
      name,
      email: email.toLowerCase(),
      role: "administrator",
      placeId: null,
    });
    const hash = await hashPassword(password, { N: 2, r: 8, p: 1 });
    await db.run(sql`
      insert into accounts (staff_id, password, made_at) values (${id}::uuid, ${hash}, ${time.now}::timestamptz)`);
    return (await startSession(ctx, id)).token;
  }

  /** What the server's terminal shows while nobody owns the installation. */
  const setUpCode = () => makeSetUpCode({ actor: { kind: "system", name: "test" }, db, now: time.now });

  return { app, ask, setUp, setUpCode, doorkeeper, time };
}
