import fc from "fast-check";
import { expect, it } from "vitest";
import { rounds } from "../soak.ts";
import { fromSchema, nastyText } from "./from-schema.ts";
import { operationsOf, wholeHouse, type Operation } from "./whole-house.ts";

type Request = { readonly url: string; readonly body: unknown };

/** A request of this door as its own document describes it, and now and then not. */
function requestOf({ path, parameters, requestBody }: Operation): fc.Arbitrary<Request> {
  const values = Object.fromEntries(parameters.map(({ name, schema }) => [name, fromSchema(schema)]));
  const required = parameters.filter((parameter) => parameter.required).map(({ name }) => name);
  const body = requestBody ? fromSchema(Object.values(requestBody.content)[0]!.schema) : fc.constant(undefined);
  return fc
    .record({ given: fc.record(values, { requiredKeys: required }), body, extra: fc.option(nastyText, { freq: 10 }) })
    .map(({ given, body, extra }) => ({
      url: addressOf(path, parameters, given as Record<string, unknown>, extra),
      body,
    }));
}

function addressOf(
  path: string,
  parameters: Operation["parameters"],
  given: Record<string, unknown>,
  extra: string | null,
): string {
  const place = (name: string): string => encoded(given[name]) || "x";
  const query = parameters
    .filter(({ name, in: where }) => where === "query" && given[name] !== undefined)
    .map(({ name }) => `${name}=${encoded(given[name])}`);
  if (extra !== null) query.push(`${encoded(extra)}=${encoded(extra)}`);
  return (
    path.replace(/\{([^}]+)\}/g, (_, name: string) => place(name)) + (query.length > 0 ? `?${query.join("&")}` : "")
  );
}

function encoded(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, "?")).slice(0, 3000);
}

const callers = ["administrator", "manager", "front line", "executive", "write", "read"] as const;
// A key or a session of whoever may come in: the point is what is behind the door.
function callerFor({ description }: Operation): string {
  return callers.find((caller) => description.includes(caller)) ?? "write";
}

it("no door breaks, whatever is pushed through it", async () => {
  const { app } = await wholeHouse();
  const broken: string[] = [];
  for (const operation of await operationsOf(app)) {
    const ask = async ({ url, body }: Request): Promise<void> => {
      const answer = await app.inject({
        method: operation.method.toUpperCase() as "POST",
        url,
        headers: {
          authorization: `Bearer ${callerFor(operation)}`,
          ...(body !== undefined && { "content-type": "application/json" }),
        },
        ...(body !== undefined && { payload: JSON.stringify(body) }),
      });
      expect(answer.statusCode, answer.body.slice(0, 500)).toBeLessThan(500);
      if (answer.statusCode >= 400) expect(answer.headers["content-type"]).toContain("application/problem+json");
    };
    const found = await fc.check(fc.asyncProperty(requestOf(operation), ask), {
      numRuns: rounds(25, 2000),
      endOnFailure: true,
    });
    if (found.failed)
      broken.push(
        `${operation.method} ${operation.path}: ${JSON.stringify(found.counterexample)} ${String(found.errorInstance).slice(0, 300)} seed ${found.seed}`,
      );
  }
  expect(broken).toEqual([]);
});
