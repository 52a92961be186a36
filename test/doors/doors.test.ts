import { describe, expect, it } from "vitest";
import { operationsOf, wholeHouse, type Operation } from "./whole-house.ts";

const someId = "00000000-0000-8000-8000-00000000beef";
const callers = ["front line", "manager", "executive", "administrator", "write", "read"] as const;

/** An address for a door, with something in place of what the path asks for. */
function addressOf({ path }: Operation): string {
  return path.replace(/\{[^}]+\}/g, someId);
}

/** "For: manager, read key." is what the document says of every door. */
function allowedBy({ description }: Operation): string[] {
  return /For: (.*)\.$/
    .exec(description)![1]!
    .split(", ")
    .map((who) => who.replace(/ key$/, ""));
}

describe("every door", () => {
  it("says in the document what it does, for whom, and how it refuses", async () => {
    const { app } = await wholeHouse();
    for (const operation of await operationsOf(app)) {
      const door = `${operation.method} ${operation.path}`;
      expect(operation.summary, door).toBeTruthy();
      expect(operation.security.length, door).toBeGreaterThan(0);
      expect(Object.keys(operation.responses), door).toContain("429");
      if (!allowedBy(operation).includes("everyone"))
        expect(Object.keys(operation.responses), door).toEqual(expect.arrayContaining(["401", "403"]));
    }
  });

  it("has a name of its own", async () => {
    const { app } = await wholeHouse();
    const names = (await operationsOf(app)).map(
      (operation) => (operation as unknown as { operationId: string }).operationId,
    );
    expect(new Set(names).size).toBe(names.length);
  });

  it("lets in whom it says, and nobody else", async () => {
    const { app } = await wholeHouse();
    for (const operation of await operationsOf(app)) {
      const allowed = allowedBy(operation);
      if (allowed.includes("everyone")) continue;
      const knock = (authorization?: string) =>
        app.inject({
          method: operation.method.toUpperCase() as "GET",
          url: addressOf(operation),
          headers: authorization ? { authorization } : {},
        });
      expect((await knock()).statusCode, `nobody at ${operation.method} ${operation.path}`).toBe(401);
      expect((await knock("Bearer made-up")).statusCode).toBe(401);
      for (const caller of callers) {
        if (allowed.includes(caller)) continue;
        expect((await knock(`Bearer ${caller}`)).statusCode, `${caller} at ${operation.method} ${operation.path}`).toBe(
          403,
        );
      }
    }
  });

  it("that looks at a person is closed to an executive, who reads figures", async () => {
    const { app } = await wholeHouse();
    const people = (await operationsOf(app)).filter(({ path }) => /recognise|arrivals|customers|touches$/.test(path));
    expect(people.length).toBeGreaterThan(3);
    for (const operation of people) expect(allowedBy(operation), operation.path).not.toContain("executive");
  });

  it("that is open to everyone is one of these", async () => {
    const { app } = await wholeHouse();
    const open = (await operationsOf(app)).filter((operation) => allowedBy(operation).includes("everyone"));
    expect(open.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([
      "delete /v1/sessions/current",
      "get /healthz",
      "get /metrics",
      "get /openapi.json",
      "get /readyz",
      "get /v1/setup",
      "post /v1/alias",
      "post /v1/batch",
      "post /v1/group",
      "post /v1/identify",
      "post /v1/invitations/accept",
      "post /v1/page",
      "post /v1/screen",
      "post /v1/sessions",
      "post /v1/setup",
      "post /v1/track",
    ]);
  });
});
