import type pg from "pg";
import type { Config } from "./foundation/config.ts";
import type { Context } from "./foundation/context.ts";
import { databaseOn, openPool, type Db } from "./foundation/database/database.ts";
import { chooseHome } from "./foundation/database/home.ts";
import { migrate } from "./foundation/database/migrate.ts";
import { openDatabase } from "./foundation/database/open-database.ts";
import { patiently } from "./foundation/database/patiently.ts";
import type { DatabaseRole, OpenedDatabase } from "./foundation/database/opened-database.ts";
import { migrateJobs } from "./foundation/jobs.ts";
import { identityKey } from "./foundation/key.ts";
import { ensureBuiltIns, readInstallation, settleInstallation } from "./touchpoints/index.ts";

/** A database that is there, up to date and filled with our key. */
export type Opened = {
  readonly home: string;
  readonly key: Buffer;
  readonly db: Db;
  readonly pool: pg.Pool;
  readonly connection: pg.PoolConfig;
  readonly announce: OpenedDatabase["announce"];
  readonly serverAddress: OpenedDatabase["serverAddress"];
  readonly close: () => Promise<void>;
};

const settings = { kind: "system", name: "settings" } as const;

export async function openInstallation(
  config: Config,
  role: DatabaseRole,
  tell: (message: string) => void,
): Promise<Opened> {
  const home = await chooseHome(config.home ?? undefined);
  const { databaseUrl, databaseUser: user } = config;
  const database = await openDatabase({ home, role, databaseUrl, user, tell });
  // A request that cannot have a connection within five seconds is told so; it does not wait for ever.
  const pool = openPool({ ...database.connection, max: config.connections, connectionTimeoutMillis: 5000 });
  const close = async (): Promise<void> => {
    await pool.end();
    await database.stop();
  };
  try {
    const db = databaseOn(pool);
    const key = await patiently(() => furnish(home, pool, db, config));
    const { connection, announce, serverAddress } = database;
    return { home, key, db, pool, connection, announce, serverAddress, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Brings everything up to date that a server or a command takes for granted. Answers with the installation's key. */
async function furnish(home: string, pool: pg.Pool, db: Db, config: Config): Promise<Buffer> {
  await migrate(db);
  await migrateJobs(pool);
  const key = await identityKey(db, { home, ...(config.key !== null && { configured: config.key }) });
  await settle(db, config);
  await ensureBuiltIns({ actor: settings, db, now: new Date() });
  return key;
}

/** What the settings say wins over what the owner said; what they do not say stays. */
async function settle(db: Db, { zone, region, currency }: Config): Promise<void> {
  if (zone === null && region === "ZZ" && currency === null) return;
  const ctx: Context = { actor: settings, db, now: new Date() };
  const known = await readInstallation(ctx);
  await settleInstallation(ctx, {
    zone: zone ?? known.zone,
    region: region === "ZZ" ? known.region : region,
    currency: currency ?? known.currency,
  });
}
