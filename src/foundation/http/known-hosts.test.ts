import { request } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Db } from "../database/database.ts";
import { buildApp } from "./index.ts";

function server(more: { hosts?: readonly string[]; publicUrl?: URL } = {}) {
  const app = buildApp({
    // No door here asks the database anything.
    db: {} as Db,
    clock: () => new Date("2026-05-04T12:00:00Z"),
    doorkeeper: { ofKey: () => undefined, ofSession: () => undefined },
    ...more,
  });
  app.get("/v1/page", { config: { allow: ["everyone"], counted: false } }, async (request) => ({
    atTheMachine: request.server.regulars.isAtTheMachine(request),
  }));
  onTestFinished(() => app.close());
  return app;
}

describe("a name that a page elsewhere let lead here", () => {
  it("is answered by 421 and what to do, for every door but the one that asks whether we are alive", async () => {
    const app = server();
    const ask = (url: string, host: string) => app.inject({ url, headers: { host } });
    for (const url of ["/v1/page", "/openapi.json", "/metrics", "/nothing"]) {
      const answer = await ask(url, "evil.example:4000");
      expect(answer.statusCode, url).toBe(421);
      expect(answer.json()).toMatchObject({ code: "wrong-host", detail: expect.stringContaining("REGULARS_HOSTS") });
    }
    expect((await ask("/healthz", "evil.example")).statusCode).toBe(200);
  });

  it("is known when it was given, however it is written", async () => {
    const app = server({ hosts: ["till.lan"], publicUrl: new URL("https://regulars.example.com/") });
    const status = async (host: string) => (await app.inject({ url: "/v1/page", headers: { host } })).statusCode;
    for (const host of [
      "localhost",
      "LocalHost:4000",
      "127.0.0.1:9",
      "[::1]:4000",
      "Till.LAN.:80",
      "regulars.example.com",
    ])
      expect(await status(host), host).toBe(200);
    for (const host of [
      "localhost.evil.example",
      "127.0.0.1.evil.example",
      "evil.example@localhost",
      "example.com",
      "a b",
    ])
      expect(await status(host), host).toBe(421);
  });
});

/** As a client that calls the server by another name than the address it connects to. */
function called(
  port: number,
  host: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const asked = request({ port, host: "127.0.0.1", path: "/v1/page", headers: { host, ...headers } }, (answer) => {
      let body = "";
      answer
        .on("data", (piece) => (body += String(piece)))
        .on("end", () => resolve({ status: answer.statusCode!, body }));
    });
    asked.on("error", reject).end();
  });
}

describe("a server that only its own machine reaches", () => {
  it("answers to no address of another machine, and knows who sits at it", async () => {
    const app = server();
    await app.listen({ port: 0, host: "127.0.0.1" });
    const { port } = app.server.address() as AddressInfo;
    expect((await called(port, "192.168.1.5:4000")).status).toBe(421);
    expect(await called(port, "localhost")).toEqual({ status: 200, body: `{"atTheMachine":true}` });
    const throughProxy = await called(port, "localhost", { "x-forwarded-for": "203.0.113.9" });
    expect(throughProxy.body).toBe(`{"atTheMachine":false}`);
  });

  it("takes nobody behind a proxy for somebody at the machine", async () => {
    const app = server({ publicUrl: new URL("https://regulars.example.com") });
    await app.listen({ port: 0, host: "127.0.0.1" });
    const { port } = app.server.address() as AddressInfo;
    expect((await called(port, "regulars.example.com")).body).toBe(`{"atTheMachine":false}`);
  });
});

describe("a server that others reach", () => {
  it("answers to any address in numbers, and to nobody as to one at the machine", async () => {
    // Without listening it is known of no machine alone.
    const answer = await server().inject({ url: "/v1/page", headers: { host: "192.168.1.5:4000" } });
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({ atTheMachine: false });
  });
});
