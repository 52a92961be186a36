import { randomBytes } from "node:crypto";
import { readConfig } from "../src/foundation/config.ts";
import { startServer } from "../src/server.ts";
import { freshDatabase } from "./database.ts";

/** Who owns the house that browser tests walk into, and who works there. */
export const rosa = { name: "Rosa Marchetti", email: "rosa@harbour.example", password: "three warm biscuits" };
export const marta = { name: "Marta Sousa", email: "marta@harbour.example", password: "espresso before seven" };
export const erik = { name: "Erik Lund", email: "erik@harbour.example", password: "figures with my porridge" };
export const ana = { name: "Ana Pires", email: "ana@harbour.example", password: "two flat whites please" };

type Asking = { readonly method?: string; readonly body?: unknown; readonly cookie?: string; readonly key?: string };
export type House = Awaited<ReturnType<typeof openHouse>>;

/** A whole server on a database of its own, as `regulars serve` starts it: nobody owns it yet. */
export async function openHouse() {
  const { url, drop } = await freshDatabase();
  const config = readConfig({
    PORT: "0",
    DATABASE_URL: url,
    REGULARS_KEY: randomBytes(32).toString("hex"),
    REGULARS_LOG: "error",
  });
  const server = await startServer(config, () => {});

  /** One request to the house; the answer's cookie is the session that it began. */
  async function ask(path: string, { method = "GET", body, cookie, key }: Asking = {}) {
    const answer = await fetch(new URL(path, server.address), {
      method,
      headers: {
        ...(body !== undefined && { "content-type": "application/json" }),
        ...(cookie !== undefined && { cookie: `regulars_session=${cookie}`, origin: server.address }),
        ...(key !== undefined && { authorization: `Bearer ${key}` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
    const session = /regulars_session=([^;]+)/.exec(answer.headers.get("set-cookie") ?? "")?.[1];
    return { session, body: text === "" ? undefined : JSON.parse(text) };
  }

  const close = async (): Promise<void> => {
    await server.stop();
    await drop();
  };
  return { address: server.address, ask, close };
}
