import { webApp } from "../web/build.ts";
import { openAuditLog } from "./foundation/audit.ts";
import type { Config } from "./foundation/config.ts";
import { openPool } from "./foundation/database/database.ts";
import { openReader } from "./foundation/database/pipelined.ts";
import { openNameIndex } from "./customers/search/index.ts";
import { buildApp, serveWebFiles, type App } from "./foundation/http/index.ts";
import { startJobs } from "./foundation/jobs.ts";
import { openLog, type Log } from "./foundation/log.ts";
import { measureProcess, newMetrics } from "./foundation/metrics.ts";
import { hangDoors, settledOn, type House } from "./house.ts";
import { openInstallation, type Opened } from "./installation.ts";
import { searchIn } from "./name-search.ts";
import { openMemory } from "./recognition/index.ts";
import { readinessOf } from "./readiness.ts";
import { heedAccessChanges, staffDoorkeeper } from "./staff/index.ts";
import { crontab, tasks } from "./tasks.ts";

export type Server = {
  readonly address: string;
  readonly opened: Opened;
  readonly stop: () => Promise<void>;
};

const clock = (): Date => new Date();
// What is still running after this is cut off: whoever stops a server waits ten seconds, hardly longer.
const drainMilliseconds = 8000;

/** Starts everything there is, in the order of who needs whom; `stop` takes it down the other way round. */
export async function startServer(config: Config, tell: (message: string) => void): Promise<Server> {
  const opened = await openInstallation(config, "server", tell);
  const stops: (() => Promise<void>)[] = [opened.close];
  const stop = async (): Promise<void> => {
    // Each step whatever became of the one before: a database that is away must not leave PostgreSQL running.
    const troubles: unknown[] = [];
    for (const step of stops.splice(0).reverse()) await step().catch((error: unknown) => troubles.push(error));
    if (troubles.length > 0) throw troubles[0];
  };
  try {
    const log = openLog(config.log);
    const house = await houseOn(opened, stops);
    const app = await appOn(config, opened, house, log);
    stops.push(await workOffJobs(opened, log));
    const address = await app.listen({ port: config.port, host: config.host });
    stops.push(() => drain(app));
    await opened.announce(address);
    return { address, opened, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function appOn(config: Config, opened: Opened, house: House, log: Log): Promise<App> {
  const metrics = newMetrics();
  measureProcess(metrics);
  const app = buildApp({
    db: opened.db,
    doorkeeper: house.doorkeeper,
    clock,
    log,
    quotas: { key: config.keyRequests, staff: config.staffRequests, visitor: config.visitorRequests },
    proxies: config.trustProxy,
    publicUrl: config.publicUrl,
    hosts: config.hosts ?? [],
    metrics,
    isReady: await readinessOf(opened.db),
  });
  hangDoors(app, house);
  await serveWebFiles(app, await webApp());
  return app;
}

async function houseOn({ db, key, pool, connection }: Opened, stops: (() => Promise<void>)[]): Promise<House> {
  const audit = openAuditLog(db, clock);
  // Last of all: nobody looks any more, and what was looked at is written down.
  stops.push(() => audit.flush());
  const reader = openReader(connection);
  stops.push(() => reader.end());
  const settled = await settledOn(db);
  const doorkeeper = staffDoorkeeper(db, clock);
  const notices = await heedAccessChanges(pool, () => {
    doorkeeper.forget();
    settled.renew().catch(() => {});
  });
  stops.push(notices.stop);
  const names = await openNameIndex({ db, pool });
  stops.push(names.stop);
  const naming = {
    key,
    get region() {
      return settled.region;
    },
  };
  return { naming, defaults: settled, doorkeeper, audit, reader, memory: openMemory(db), search: searchIn(names) };
}

async function workOffJobs({ connection }: Opened, log: Log): Promise<() => Promise<void>> {
  const pool = openPool({ ...connection, max: 4 });
  const jobs = await startJobs({ pool, clock, log, tasks, crontab });
  return async () => {
    await jobs.stop();
    await pool.end();
  };
}

/** No new connections; requests under way are answered, within reason, and their connections closed behind them. */
async function drain(app: App): Promise<void> {
  const idle = setInterval(() => app.server.closeIdleConnections(), 50);
  const late = setTimeout(() => app.server.closeAllConnections(), drainMilliseconds);
  await app.close();
  clearInterval(idle);
  clearTimeout(late);
}
