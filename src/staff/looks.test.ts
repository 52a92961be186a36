import { expect, it } from "vitest";
import { appFor, employee } from "../../test/app.ts";
import { databaseForThisTest } from "../../test/database.ts";
import { openAuditLog } from "../foundation/audit.ts";
import { lookRoutes } from "./look-routes.ts";

const oduya = "00000000-0000-8000-8000-0000000000aa";
const lind = "00000000-0000-8000-8000-0000000000bb";

it("shows an administrator, page by page, who looked at whom", async () => {
  const db = await databaseForThisTest();
  let at = Date.parse("2026-05-04T12:00:00Z");
  const audit = openAuditLog(db, () => new Date((at += 1000)));
  for (let n = 0; n < 5; n++)
    audit.look(employee("front line"), { customer: n === 2 ? lind : oduya, why: `look ${n}`, fields: ["name"] });
  await audit.flush();

  const app = appFor(db, lookRoutes);
  const page = async (query: string, as = "administrator") => {
    const answer = await app.inject({ url: `/v1/audit${query}`, headers: { authorization: `Bearer ${as}` } });
    return { status: answer.statusCode, ...answer.json<{ looks: { why: string }[]; next: string | null }>() };
  };
  const first = await page("?limit=3");
  expect(first.looks.map(({ why }) => why)).toEqual(["look 4", "look 3", "look 2"]);
  const second = await page(`?limit=3&cursor=${first.next}`);
  expect(second.looks.map(({ why }) => why)).toEqual(["look 1", "look 0"]);
  expect(second.next).toBeNull();
  expect((await page(`?customer=${lind}`)).looks.map(({ why }) => why)).toEqual(["look 2"]);
  expect((await page("", "manager")).status).toBe(403);
  expect((await page("?cursor=x")).status).toBe(400);
  expect((await page("?cursor=2026-99-99T00:00:00.000Z_00000000-0000-8000-8000-0000000000aa")).status).toBe(400);
});
