import { gzipSync } from "node:zlib";
import { Type } from "typebox";
import { beforeAll, describe, expect, it } from "vitest";
import { appFor } from "../../../test/app.ts";
import type { Db } from "../database/database.ts";
import { Conflict } from "../errors.ts";
import { isMoment } from "./moment.ts";
import { contextOf, rawBytes, rawJson, type App } from "./index.ts";

// None of these doors asks the database anything.
const noDatabase = {} as Db;
let app: App;

function hang(app: App): void {
  app.post(
    "/v1/echo",
    {
      schema: {
        body: Type.Object(
          { text: Type.String(), count: Type.Optional(Type.Integer()) },
          { additionalProperties: false },
        ),
      },
      config: { allow: ["everyone"] },
    },
    async (request) => request.body,
  );
  app.get("/v1/who", { config: { allow: ["manager", "read key"] } }, async (request) => contextOf(request).actor);
  app.get(
    "/v1/list",
    {
      schema: {
        querystring: Type.Object(
          { limit: Type.Integer(), tags: Type.Optional(Type.Array(Type.String())) },
          { additionalProperties: false },
        ),
      },
      config: { allow: ["everyone"] },
    },
    async (request) => request.query,
  );
  app.get("/v1/conflict", { config: { allow: ["everyone"] } }, async () => {
    throw new Conflict("Somebody was faster.");
  });
  app.get("/v1/fault", { config: { allow: ["everyone"] } }, async () => {
    throw new Error("secret in a stack");
  });
  app.register(async (scope) => {
    rawJson(scope, { bytes: 1000, unpackedBytes: 2000 });
    scope.post("/v1/raw", { config: { allow: ["everyone"] } }, async (request) => ({ got: request.body }));
  });
  app.register(async (scope) => {
    rawBytes(scope, { bytes: 1000, unpackedBytes: 2000 });
    scope.post("/v1/bytes", { config: { allow: ["everyone"] } }, async (request) => ({
      length: (request.body as Buffer).length,
    }));
  });
}

beforeAll(() => {
  app = appFor(noDatabase, hang);
});

const post = (url: string, payload: string | Buffer, headers: Record<string, string> = {}) =>
  app.inject({ method: "POST", url, payload, headers: { "content-type": "application/json", ...headers } });

describe("a door", () => {
  it("is refused when it does not say who may use it", () => {
    expect(() => appFor(noDatabase, (app) => app.get("/v1/open", async () => "hello"))).toThrow(
      "does not say who may use it",
    );
  });

  it("lets in whom it allows, and says why it keeps others out", async () => {
    const as = (key?: string) => app.inject({ url: "/v1/who", headers: key ? { authorization: `Bearer ${key}` } : {} });
    expect((await as("manager")).json()).toMatchObject({ kind: "staff", role: "manager" });
    expect((await as("read")).json()).toMatchObject({ kind: "key", may: "read" });
    expect(await as("front line")).toMatchObject({ statusCode: 403 });
    expect(await as("write")).toMatchObject({ statusCode: 403 });
    const stranger = await as();
    expect(stranger).toMatchObject({ statusCode: 401, headers: { "www-authenticate": "Bearer" } });
    expect(stranger.headers["content-type"]).toContain("application/problem+json");
    expect(stranger.json()).toMatchObject({ type: "urn:regulars:problem:not-signed-in", status: 401 });
  });

  it("takes a key as the user of Basic, as Segment's clients send it", async () => {
    const basic = `Basic ${Buffer.from("read:").toString("base64")}`;
    expect(await app.inject({ url: "/v1/who", headers: { authorization: basic } })).toMatchObject({ statusCode: 200 });
  });
});

describe("a body", () => {
  it("is refused with a pointer to what is wrong", async () => {
    expect((await post("/v1/echo", "{}")).json()).toMatchObject({
      status: 400,
      errors: [{ pointer: "#/text", detail: "is missing" }],
    });
    expect((await post("/v1/echo", '{"text":"a","more":1}')).json()).toMatchObject({
      errors: [{ pointer: "#/more", detail: "is not known here" }],
    });
    expect((await post("/v1/echo", '{"text":"a","count":"1"}')).json()).toMatchObject({
      errors: [{ pointer: "#/count" }],
    });
  });

  it.each([
    ["no JSON", "{", 400],
    ["nothing", "", 400],
    ["a NUL", '{"text":"\\u0000"}', 400],
    ["a NUL as a name", '{"\\u0000":1}', 400],
    ["half a surrogate pair", '{"text":"\\ud800"}', 400],
    ["a prototype", '{"text":"a","__proto__":{"x":1}}', 400],
    ["no UTF-8", Buffer.from([0x22, 0xff, 0x22]), 400],
    ["more than fits", JSON.stringify({ text: "a".repeat(70_000) }), 413],
    ["deep nesting", "[".repeat(30_000), 400],
    ["deep nesting with an escape", `${"[".repeat(20_000)}"\\u0041"${"]".repeat(20_000)}`, 400],
  ])("with %s is refused", async (_name, body, status) => {
    const answer = await post("/v1/echo", body);
    expect(answer.statusCode).toBe(status);
    expect(answer.headers["content-type"]).toContain("application/problem+json");
  });

  it("keeps an escaped escape, which is no NUL", async () => {
    expect((await post("/v1/echo", '{"text":"\\\\u0000"}')).json()).toEqual({ text: "\\u0000" });
  });

  it("with another label is not understood", async () => {
    expect(await post("/v1/echo", "a=b", { "content-type": "application/x-www-form-urlencoded" })).toMatchObject({
      statusCode: 415,
    });
  });
});

describe("a query", () => {
  it("is turned into what the schema calls for", async () => {
    expect((await app.inject("/v1/list?limit=12&tags=a")).json()).toEqual({ limit: 12, tags: ["a"] });
  });
  it.each([
    "/v1/list?limit=",
    "/v1/list?limit=1e3",
    "/v1/list?limit=a",
    "/v1/list?limit=1&limit=2",
    "/v1/list?limit=1&x=1",
    "/v1/list?limit=%00",
    "/v1/%ff",
  ])("%s is refused", async (url) => expect((await app.inject(url)).json()).toMatchObject({ status: 400 }));
});

describe("a time", () => {
  it.each(["2026-05-04T12:00:00Z", "2024-02-29T00:00:00.5+02:00", "1900-01-01T00:00:00Z"])("%s is a moment", (text) =>
    expect(isMoment(text)).toBe(true),
  );
  it.each([
    "2026-05-04T23:59:60Z",
    "2026-02-30T00:00:00Z",
    "2026-05-04",
    "2026-05-04T12:00:00",
    "2026-05-04T25:00:00Z",
    "now",
  ])("%s is none", (text) => expect(isMoment(text)).toBe(false));
});

describe("a raw body", () => {
  const packed = gzipSync('{"a":1}');
  it.each([
    [
      "gzipped and labelled as a form",
      packed,
      { "content-encoding": "gzip", "content-type": "application/x-www-form-urlencoded" },
    ],
    ["gzipped and not labelled at all", packed, { "content-type": "text/plain" }],
    ["labelled gzip and not packed", '{"a":1}', { "content-encoding": "gzip" }],
    ["plain", '{"a":1}', { "content-type": "text/plain" }],
  ])("is read when it is %s", async (_name, body, headers) => {
    expect((await post("/v1/raw", body, headers)).json()).toEqual({ got: { a: 1 } });
  });
  it.each([
    ["too large", Buffer.alloc(1001), {}, 413],
    ["too large once unpacked", gzipSync(Buffer.alloc(3000)), {}, 413],
    ["broken", packed.subarray(0, 12), {}, 400],
    ["packed in an unknown way", packed, { "content-encoding": "zstd" }, 400],
    ["no JSON", "{", {}, 400],
  ])("is refused when it is %s", async (_name, body, headers, status) => {
    expect(await post("/v1/raw", body, headers as Record<string, string>)).toMatchObject({ statusCode: status });
  });
  it("can be had as bytes", async () => {
    expect((await post("/v1/bytes", gzipSync("a\nb"))).json()).toEqual({ length: 3 });
  });
});

describe("a failure", () => {
  it("of the domain keeps its code", async () => {
    expect((await app.inject("/v1/conflict")).json()).toMatchObject({
      status: 409,
      code: "conflict",
      detail: "Somebody was faster.",
    });
  });
  it("of ours says nothing of itself", async () => {
    const answer = await app.inject("/v1/fault");
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toContain("secret");
  });
  it("to find anything is a problem too", async () => {
    expect((await app.inject("/v1/nothing")).json()).toMatchObject({ status: 404, code: "not-found" });
  });
});
