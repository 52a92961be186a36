import { readConfig, type Config } from "../../src/foundation/config.ts";
import { openInstallation } from "../../src/installation.ts";
import { startServer } from "../../src/server.ts";
import { addKey } from "../../src/staff/index.ts";
import { settleTown } from "../../src/town/index.ts";
import { isFree, townThere } from "../town/bench-town.ts";
import { fillTown } from "../town/fill-town.ts";
import { identifiersKnown } from "./asked.ts";
import { warm } from "./warm.ts";

/** The product's own server with a simulated town of customers; tells its parent where it is and which key opens it. */
const [residents, days, processes] = process.argv.slice(2, 5).map(Number) as [number, number, number];
const isWarm = process.argv[5] === "warm";
const now = new Date();
const tell = (message: string): void => void process.stderr.write(`${message}\n`);
const config = readConfig({ ...process.env, PORT: "0", REGULARS_LOG: "error", REGULARS_KEY_REQUESTS: "1000000000" });
await fillWhereEmpty(config);
const { address, opened, stop } = await startServer(config, tell);
const ctx = { actor: { kind: "system", name: "bench" } as const, db: opened.db, now };
if (isWarm) await warm(opened.db, tell);
// Whoever works there works there today as well.
await settleTown(ctx);
const { key } = await addKey(ctx, { name: `bench ${now.toISOString()}`, may: "read" });
process.on("disconnect", () => void stop().then(() => process.exit(0)));
process.send!({
  port: Number(new URL(address).port),
  key,
  town: await townThere(opened.db),
  asked: await identifiersKnown(opened.db, 300_000),
});
process.on("message", () => process.send!(process.cpuUsage()));

/** Before the server starts, which reads everybody's names. */
async function fillWhereEmpty(config: Config): Promise<void> {
  const { db, key, connection, close } = await openInstallation(config, "command", tell);
  try {
    if (await townThere(db)) return;
    if (!(await isFree(db))) throw new Error("Somebody else's records are here: set REGULARS_HOME to an empty folder.");
    const until = now.getTime();
    const town = { seed: "bench", residents, from: until - days * 86_400_000, until };
    await fillTown({ db, connection, naming: { key, region: "DE" } }, town, processes, tell);
  } finally {
    await close();
  }
}
