import { describe, expect, it } from "vitest";
import { appFor } from "../../../test/app.ts";
import { databaseForThisTest } from "../../../test/database.ts";
import { sql } from "../../foundation/database/sql.ts";
import { shiftRoutes } from "./routes.ts";

const ana = "00000000-0000-8000-8000-000000000001";
const ben = "00000000-0000-8000-8000-000000000009";

async function harbour() {
  const db = await databaseForThisTest();
  await db.run(sql`
    insert into places (id, code, name, zone, region, currency)
    values ('00000000-0000-8000-8000-0000000000f1', 'harbour', 'Harbour', 'UTC', 'GB', 'EUR')`);
  await db.run(
    sql`insert into staff (id, code, name) values (${ana}::uuid, 'ana', 'Ana'), (${ben}::uuid, 'ben', 'Ben')`,
  );
  const app = appFor(db, shiftRoutes, new Date("2026-05-04T12:00:00Z"));
  return async (method: "GET" | "POST" | "DELETE", url: string, as: string, payload?: object) => {
    const answer = await app.inject({
      method,
      url,
      headers: { authorization: `Bearer ${as}` },
      ...(payload && { payload }),
    });
    return { status: answer.statusCode, body: answer.body ? answer.json() : undefined };
  };
}

describe("a shift", () => {
  it("begins when Ana checks in, and ends when she checks out", async () => {
    const ask = await harbour();
    const { status, body } = await ask("POST", "/v1/shifts", "front line", { place: "harbour" });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      staff: ana,
      place: "harbour",
      startsAt: "2026-05-04T12:00:00.000Z",
      endsAt: "2026-05-04T20:00:00.000Z",
    });
    expect((await ask("GET", "/v1/shifts?place=harbour", "read")).body.shifts).toHaveLength(1);
    expect((await ask("GET", "/v1/shifts?at=2026-05-04T20:00:00Z", "read")).body.shifts).toHaveLength(0);
    expect((await ask("DELETE", `/v1/shifts/${body.id}`, "front line")).status).toBe(204);
    expect((await ask("GET", "/v1/shifts", "read")).body.shifts).toHaveLength(0);
  });

  it("is one, however often she taps", async () => {
    const ask = await harbour();
    const taps = await Promise.all(
      Array.from({ length: 5 }, () => ask("POST", "/v1/shifts", "front line", { place: "harbour" })),
    );
    expect(new Set(taps.map(({ body }) => body.id)).size).toBe(1);
  });

  it("of Ben is noted by a manager, not by Ana", async () => {
    const ask = await harbour();
    const bens = { place: "harbour", staff: ben, startsAt: "2026-05-05T08:00:00Z", endsAt: "2026-05-05T16:00:00Z" };
    expect((await ask("POST", "/v1/shifts", "front line", bens)).status).toBe(403);
    const { status, body } = await ask("POST", "/v1/shifts", "manager", bens);
    expect(status).toBe(201);
    expect((await ask("DELETE", `/v1/shifts/${body.id}`, "front line")).status).toBe(403);
    expect((await ask("GET", "/v1/shifts?at=2026-05-05T08:00:00Z", "read")).body.shifts).toMatchObject([
      { name: "Ben" },
    ]);
  });

  it("ends after it begins, at a place that exists, for somebody who works here", async () => {
    const ask = await harbour();
    const backwards = { place: "harbour", startsAt: "2026-05-05T08:00:00Z", endsAt: "2026-05-05T07:00:00Z" };
    expect((await ask("POST", "/v1/shifts", "manager", { ...backwards, staff: ben })).status).toBe(400);
    expect((await ask("POST", "/v1/shifts", "manager", { place: "moon", staff: ben })).status).toBe(400);
    const nobody = { place: "harbour", staff: "00000000-0000-8000-8000-00000000dead" };
    expect((await ask("POST", "/v1/shifts", "manager", nobody)).status).toBe(404);
    expect((await ask("POST", "/v1/shifts", "executive", { place: "harbour" })).status).toBe(403);
  });
});
