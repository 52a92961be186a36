import { readConfig } from "../../src/foundation/config.ts";
import { startServer } from "../../src/server.ts";
import { addKey } from "../../src/staff/index.ts";
import { customersThere, fill } from "./data.ts";

/** The product's own server with the bench's customers; tells its parent where it is and which key opens it. */
const [customers, touchesEach] = process.argv.slice(2).map(Number);
const now = new Date();
const tell = (message: string): void => void process.stderr.write(`${message}\n`);
const config = readConfig({ ...process.env, PORT: "0", REGULARS_LOG: "error", REGULARS_KEY_REQUESTS: "1000000000" });
const { address, opened, stop } = await startServer(config, tell);
if ((await customersThere(opened.db)) === 0) {
  await fill(opened.db, opened.key, { customers: customers!, touchesEach: touchesEach! }, now, tell);
}
const ctx = { actor: { kind: "system", name: "bench" } as const, db: opened.db, now };
const { key } = await addKey(ctx, { name: `bench ${now.toISOString()}`, may: "read" });
process.on("disconnect", () => void stop().then(() => process.exit(0)));
process.send!({ port: Number(new URL(address).port), key, customers: await customersThere(opened.db) });
process.on("message", () => process.send!(process.cpuUsage()));
