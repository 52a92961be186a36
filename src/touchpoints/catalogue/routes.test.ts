import { describe, expect, it } from "vitest";
import { appFor } from "../../../test/app.ts";
import { databaseForThisTest } from "../../../test/database.ts";
import { catalogueRoutes } from "./routes.ts";

async function desk() {
  const app = appFor(await databaseForThisTest(), catalogueRoutes);
  return (who: string, method: "GET" | "PUT" | "POST" | "DELETE", url: string, payload?: object) =>
    app.inject({ method, url, headers: { authorization: `Bearer ${who}` }, ...(payload && { payload }) });
}

const terrace = {
  name: "Terrace",
  lens: "experience",
  stage: "interact",
  element: "place",
  channel: "in person",
  visit: true,
  partner: null,
};
const served = { wording: "Served within 5 minutes", rule: { kind: "served", withinSeconds: 300 } };

describe("the catalogue at the desk", () => {
  it("lets a manager describe a touchpoint and promise something there, and everybody read it", async () => {
    const ask = await desk();
    expect((await ask("manager", "PUT", "/v1/touchpoints/terrace", terrace)).statusCode).toBe(204);
    const made = await ask("manager", "POST", "/v1/touchpoints/terrace/promises", served);
    expect(made.statusCode).toBe(201);
    const list = await ask("front line", "GET", "/v1/touchpoints");
    expect(list.json()).toMatchObject({
      touchpoints: [{ code: "terrace", name: "Terrace", promises: [{ ...served, validUntil: null }] }],
    });

    const { id } = made.json() as { id: string };
    expect((await ask("manager", "DELETE", `/v1/touchpoints/terrace/promises/${id}?as=correction`)).statusCode).toBe(
      204,
    );
    expect((await ask("read", "GET", "/v1/touchpoints")).json()).toMatchObject({ touchpoints: [{ promises: [] }] });
    const changes = await ask("administrator", "GET", "/v1/touchpoints/terrace/changes");
    expect((changes.json() as { changes: { what: string }[] }).changes.map(({ what }) => what).sort()).toEqual([
      "promise retired: correction",
      "promise: change",
      "touchpoint: change",
    ]);
  });

  it("tells of a touchpoint what was changed there, and not at a place of the same code", async () => {
    const ask = await desk();
    await ask("manager", "PUT", "/v1/touchpoints/harbour", terrace);
    await ask("manager", "PUT", "/v1/places/harbour", { name: "H", zone: "UTC", region: "PT", currency: "EUR" });
    const { changes } = (await ask("manager", "GET", "/v1/touchpoints/harbour/changes")).json();
    expect(changes).toMatchObject([{ by: "manager", what: "touchpoint: change", after: { name: "Terrace" } }]);
  });

  it("lets nobody else, and nothing unknown, in", async () => {
    const ask = await desk();
    expect((await ask("front line", "PUT", "/v1/touchpoints/terrace", terrace)).statusCode).toBe(403);
    expect((await ask("write", "GET", "/v1/touchpoints")).statusCode).toBe(403);
    expect((await ask("manager", "PUT", "/v1/touchpoints/terrace", { ...terrace, lens: "selfie" })).statusCode).toBe(
      400,
    );
    expect((await ask("manager", "PUT", "/v1/touchpoints/a%0Ab", terrace)).statusCode).toBe(400);
    expect(
      (await ask("manager", "POST", "/v1/touchpoints/terrace/promises", { ...served, rule: { kind: "served" } }))
        .statusCode,
    ).toBe(400);
    const unknown = "/v1/touchpoints/terrace/promises/00000000-0000-8000-8000-000000000000";
    expect((await ask("manager", "DELETE", unknown)).statusCode).toBe(404);
  });

  it("names places", async () => {
    const ask = await desk();
    const harbour = { name: "Harbour", zone: "Europe/Lisbon", region: "PT", currency: "EUR" };
    expect((await ask("manager", "PUT", "/v1/places/harbour", harbour)).statusCode).toBe(204);
    expect((await ask("front line", "GET", "/v1/places")).json()).toEqual({
      places: [{ code: "harbour", ...harbour, simulated: false }],
    });
    const moon = await ask("manager", "PUT", "/v1/places/moon", { ...harbour, zone: "Moon/Tycho" });
    expect(moon.json()).toMatchObject({ status: 400, errors: [{ pointer: "#/zone" }] });
  });
});
