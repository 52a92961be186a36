import { once } from "node:events";
import { request } from "node:http";
import { connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { beforeAll, afterAll, describe, expect, it } from "vitest";
import { freshDatabase } from "../test/database.ts";
import { readConfig } from "./foundation/config.ts";
import { addKey } from "./staff/index.ts";
import { startServer, type Server } from "./server.ts";

const key = "11".repeat(32);
let drop: () => Promise<void>;
let servers: Server[];
let start: (more?: Record<string, string>) => Promise<Server>;

beforeAll(async () => {
  const database = await freshDatabase();
  drop = database.drop;
  start = (more) =>
    startServer(
      readConfig({
        PORT: "0",
        DATABASE_URL: database.url,
        REGULARS_KEY: key,
        REGULARS_LOG: "silent",
        REGULARS_CONNECTIONS: "4",
        REGULARS_KEY_REQUESTS: "300",
        ...more,
      }),
      () => {},
    );
  servers = [await start(), await start()];
}, 120_000);

afterAll(async () => {
  for (const server of servers) await server.stop();
  await drop();
});

async function newKey(name: string, may: "write" | "read" = "read"): Promise<string> {
  const ctx = { actor: { kind: "system", name: "test" } as const, db: servers[0]!.opened.db, now: new Date() };
  return (await addKey(ctx, { name, may })).key;
}

const get = (server: Server, path: string, headers: Record<string, string> = {}) =>
  fetch(server.address + path, { headers });

/** Quotas are per minute of the clock: the next one must not begin in the middle. */
async function enoughOfTheMinute(): Promise<void> {
  const left = 60_000 - (Date.now() % 60_000);
  if (left < 25_000) await pause(left);
}

/** Bytes as they are, for what no client would send. */
async function send(server: Server, bytes: string): Promise<string> {
  const { hostname, port } = new URL(server.address);
  const socket = connect(Number(port), hostname);
  socket.write(bytes);
  let answer = "";
  socket.on("data", (chunk: Buffer) => (answer += chunk.toString()));
  await Promise.race([once(socket, "close"), pause(5000)]);
  socket.destroy();
  return answer;
}

describe("a server", () => {
  it("is alive and ready", async () => {
    expect((await get(servers[0]!, "/healthz")).status).toBe(200);
    expect(await (await get(servers[0]!, "/readyz")).json()).toEqual({ status: "ready" });
  });

  it("serves the web app at every address of a screen, with a strict policy", async () => {
    for (const path of ["/", "/floor", "/desk/timeline"]) {
      const page = await get(servers[0]!, path, { accept: "text/html" });
      expect(page.headers.get("content-type")).toContain("text/html");
      expect(page.headers.get("content-security-policy")).not.toContain("unsafe");
      expect(page.headers.get("strict-transport-security")).toBeNull();
    }
    for (const path of ["/v1/nothing", "/assets/none.js", "/%2e%2e%2fpackage.json"]) {
      expect((await get(servers[0]!, path, { accept: "text/html" })).status).toBe(404);
    }
  });

  it("carries the caller's request id, unless it could do harm in a log", async () => {
    expect((await get(servers[0]!, "/healthz", { "x-request-id": "till-7.42" })).headers.get("x-request-id")).toBe(
      "till-7.42",
    );
    expect((await get(servers[0]!, "/healthz", { "x-request-id": "a b{}" })).headers.get("x-request-id")).toMatch(
      /^[0-9a-f-]{36}$/,
    );
  });

  it("answers what is no HTTP, and headers beyond measure, with a problem", async () => {
    expect(await send(servers[0]!, "hello\r\n\r\n")).toMatch(/^HTTP\/1.1 400 [\s\S]*application\/problem\+json/);
    expect(await send(servers[0]!, `GET / HTTP/1.1\r\nhost: x\r\nx-long: ${"a".repeat(20_000)}\r\n\r\n`)).toMatch(
      /^HTTP\/1.1 431 /,
    );
  });

  it("counts a caller's requests together with the other servers on the database", async () => {
    const bearer = { authorization: `Bearer ${await newKey("busy")}` };
    await enoughOfTheMinute();
    let letIn = 0;
    let refused: Response | undefined;
    for (let n = 0; n < 700 && !refused; n++) {
      const answer = await get(servers[n % 2]!, "/v1/shifts", bearer);
      if (answer.status === 429) refused = answer;
      else letIn++;
      // Slow enough for the servers to tell each other.
      if (n % 20 === 0) await pause(120);
    }
    // A minute's quota is 300. Servers that did not know of each other would let in twice as many.
    expect(letIn).toBeGreaterThanOrEqual(300);
    expect(letIn).toBeLessThan(450);
    expect(refused?.headers.get("retry-after")).toMatch(/^\d+$/);
    expect(refused?.headers.get("ratelimit")).toMatch(/^"default";r=0;t=\d+$/);
    expect(refused?.headers.get("ratelimit-policy")).toBe('"default";q=300;w=60');
    expect(refused?.headers.get("content-type")).toContain("application/problem+json");
  });

  it("shows its figures to the machine it runs on, to a read key, and to nobody behind a proxy", async () => {
    const measured = await (await get(servers[0]!, "/metrics")).text();
    expect(measured).toContain('regulars_request_seconds_count{method="GET",route="/healthz",status="200"}');
    expect((await get(servers[0]!, "/metrics", { "x-forwarded-for": "203.0.113.9" })).status).toBe(403);
    const bearer = { authorization: `Bearer ${await newKey("prometheus")}`, "x-forwarded-for": "203.0.113.9" };
    expect((await get(servers[0]!, "/metrics", bearer)).status).toBe(200);
  });

  it("finishes what is under way when it is stopped, and takes nothing new", async () => {
    const server = await start();
    const { hostname, port } = new URL(server.address);
    const whole = '{"email":"nobody@example.com","password":"x"}';
    const slow = request({
      hostname,
      port,
      path: "/v1/sessions",
      method: "POST",
      headers: { "content-type": "application/json", "content-length": whole.length },
    });
    const answered = once(slow, "response") as Promise<[{ statusCode: number }]>;
    slow.write(whole.slice(0, 30));
    await pause(200);
    const stopped = server.stop();
    await pause(200);
    await expect(fetch(`${server.address}/healthz`)).rejects.toThrow();
    slow.end(whole.slice(30));
    expect((await answered)[0].statusCode).toBe(401);
    await stopped;
  });

  it("refuses a database that was filled with another key", async () => {
    await expect(start({ REGULARS_KEY: "22".repeat(32) })).rejects.toThrow(/key/);
  });
});
