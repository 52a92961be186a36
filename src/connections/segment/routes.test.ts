import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { appFor } from "../../../test/app.ts";
import { freshDatabase } from "../../../test/database.ts";
import type { App } from "../../foundation/http/index.ts";
import { segmentRoutes } from "./routes.ts";

const naming = { key: Buffer.alloc(32, 7), region: "PT" };
const till = {
  kind: "key",
  id: "00000000-0000-8000-8000-000000000011",
  name: "till",
  may: "write",
  source: "till",
} as const;
const doorkeeper = { ofKey: (text: string) => (text === "write" ? till : undefined), ofSession: () => undefined };
let app: App;

beforeAll(async () => {
  const fresh = await freshDatabase();
  app = appFor(fresh.db, (app) => segmentRoutes(app, { naming, doorkeeper }));
  return fresh.drop;
});

const basic = (key: string): string => `Basic ${Buffer.from(`${key}:`).toString("base64")}`;

async function post(path: string, body: object | string | Buffer, headers: Record<string, string> = {}) {
  const payload = typeof body === "string" || Buffer.isBuffer(body) ? body : JSON.stringify(body);
  const answer = await app.inject({
    method: "POST",
    url: `/v1/${path}`,
    payload,
    headers: { authorization: basic("write"), "content-type": "application/json", ...headers },
  });
  return { ...(answer.json() as { verdicts?: { verdict: string; reason?: string }[] }), status: answer.statusCode };
}

const call = (messageId: string, more: object = {}) => ({
  type: "track",
  event: "Signed In",
  userId: "anna",
  messageId,
  ...more,
});

describe("a write key", () => {
  it("is the user of Basic, a bearer, or in the body", async () => {
    expect(await post("track", call("k1"))).toMatchObject({ status: 200, success: true });
    expect(await post("track", call("k2"), { authorization: "Bearer write" })).toMatchObject({ status: 200 });
    expect(await post("track", call("k3", { writeKey: "write" }), { authorization: "" })).toMatchObject({
      status: 200,
    });
    expect(await post("batch", { writeKey: "write", batch: [call("k4")] }, { authorization: "" })).toMatchObject({
      status: 200,
    });
  });

  it("is asked for, and has to be one", async () => {
    expect(await post("track", call("k5"), { authorization: "" })).toMatchObject({ status: 401 });
    expect(await post("track", call("k5"), { authorization: basic("other") })).toMatchObject({ status: 401 });
    expect(await post("track", call("k5", { writeKey: "other" }), { authorization: "" })).toMatchObject({
      status: 401,
    });
    expect(await post("track", call("k5"), { authorization: "Bearer read" })).toMatchObject({ status: 403 });
    expect(await post("track", call("k5"), { authorization: "Bearer manager" })).toMatchObject({ status: 403 });
  });
});

describe("a call that cannot be kept", () => {
  const nobody = { event: "Signed In", messageId: "n1" };

  it("is answered with 200, as Segment answers, and with the reason", async () => {
    expect(await post("track", nobody)).toEqual({
      status: 200,
      success: true,
      verdicts: [{ messageId: "n1", index: 0, verdict: "rejected", reason: "it names neither userId nor anonymousId" }],
    });
  });

  it("is refused in strict mode, which counts a part of a batch as a part", async () => {
    const strict = { "x-strict-mode": "1" };
    expect(await post("track", nobody, strict)).toMatchObject({
      status: 400,
      code: "invalid-input",
      errors: [{ pointer: "#/batch/0" }],
    });
    expect(await post("batch", { batch: [{ ...nobody, type: "track" }, call("n2")] }, strict)).toMatchObject({
      status: 207,
      success: false,
      verdicts: [{ verdict: "rejected" }, { verdict: "accepted" }],
    });
    expect(await post("track", call("n2"), strict)).toMatchObject({
      status: 200,
      verdicts: [{ verdict: "duplicate" }],
    });
  });

  it("does not hold back its neighbours", async () => {
    const long = call("long", { properties: { text: "x".repeat(33 * 1024) } });
    const deep = `{"batch":[${JSON.stringify(call("d1"))},${"[".repeat(9000)}${"]".repeat(9000)},${JSON.stringify(call("d2", { properties: { pad: "x".repeat(30_000) } }))}]}`;
    expect(
      (await post("batch", { batch: [long, call("n3"), "nonsense", call("n4", { type: "shout" })] })).verdicts,
    ).toMatchObject([
      { messageId: "long", verdict: "rejected", reason: expect.stringContaining("32768 are the most") },
      { messageId: "n3", verdict: "accepted" },
      { messageId: null, verdict: "rejected" },
      { messageId: "n4", verdict: "rejected", reason: expect.stringContaining("type is none of") },
    ]);
    expect((await post("batch", deep)).verdicts?.map(({ verdict }) => verdict)).toEqual([
      "accepted",
      "rejected",
      "accepted",
    ]);
  });
});

describe("a body", () => {
  const tooLarge = JSON.stringify({ batch: [], pad: "x".repeat(500 * 1024) });

  it.each([
    ["empty", "track", "", 400],
    ["no JSON", "track", "{", 400],
    ["no object", "track", "[]", 400],
    ["no batch", "batch", "{}", 400],
    ["no UTF-8", "track", Buffer.from([0xff]), 400],
    ["a call over 32 kB", "track", JSON.stringify(call("b1", { pad: "x".repeat(33 * 1024) })), 400],
    ["a batch over 500 kB", "batch", tooLarge, 400],
    ["a batch of 2501", "batch", JSON.stringify({ batch: Array.from({ length: 2501 }, () => ({})) }), 400],
    ["a bomb", "batch", gzipSync(Buffer.alloc(50 * 1024 * 1024)), 400],
  ])("that is %s is refused", async (_name, path, body, status) => {
    expect(await post(path, body)).toMatchObject({ status, code: "invalid-input" });
  });

  it("that is too large has its own code in strict mode", async () => {
    expect(await post("batch", tooLarge, { "x-strict-mode": "1" })).toMatchObject({ status: 413, code: "too-large" });
  });

  it("may be gzipped and labelled as a form", async () => {
    const headers = { "content-type": "application/x-www-form-urlencoded", "content-encoding": "gzip" };
    expect(await post("batch", gzipSync(JSON.stringify({ batch: [call("z1")] })), headers)).toMatchObject({
      status: 200,
      verdicts: [{ verdict: "accepted" }],
    });
  });

  it("of 2,500 calls is taken", async () => {
    const batch = Array.from({ length: 2500 }, (_, n) => ({
      type: "page",
      userId: `u${n % 40}`,
      messageId: `p${n}`,
      name: "Menu",
    }));
    const { verdicts = [] } = await post("batch", { batch });
    expect(verdicts.filter(({ verdict }) => verdict === "accepted")).toHaveLength(2500);
  });
});

it("is described in the document, bodies included", async () => {
  const { paths } = (await app.inject("/openapi.json")).json() as {
    paths: Record<string, { post: { requestBody: object; security: object } }>;
  };
  for (const path of ["identify", "track", "page", "screen", "group", "alias", "batch"]) {
    expect(paths[`/v1/${path}`]?.post).toMatchObject({
      requestBody: { content: { "application/json": {} } },
      security: [{ key: [] }, {}],
    });
  }
});
