import { freemem, totalmem } from "node:os";
import { statfs } from "node:fs/promises";
import { dirname } from "node:path";
import { readConfig, type Config } from "./foundation/config.ts";
import { chooseHome } from "./foundation/database/home.ts";
import { sql } from "./foundation/database/sql.ts";
import { isLoopback } from "./foundation/http/index.ts";
import { Refusal, type Problem } from "./foundation/errors.ts";
import { settings, type Setting } from "./foundation/settings.ts";
import { openInstallation, type Opened } from "./installation.ts";

/** One thing looked at. `todo` says what to do where it is not well. */
export type Finding = { readonly about: string; readonly well: boolean; readonly says: string; readonly todo?: string };

const oldestNode = 20;
const leastFreeBytes = 500 * 1024 * 1024;

/** Looks at all that has to be right for Regulars to run; each look stands for itself, so that one answer is the whole answer. */
export async function examine(env: Readonly<Record<string, string | undefined>>): Promise<Finding[]> {
  const found = [node()];
  const config = configIn(env);
  if ("about" in config) return [...found, config];
  found.push({ about: "settings", well: true, says: given(env) || "none given; all have their usual values" });
  found.push(address(config));
  if (config.databaseUrl === null) found.push(await looked("disk", () => disk(config)));
  found.push(...(await database(config)), memory());
  return found;
}

function node(): Finding {
  const well = Number(process.versions.node.split(".")[0]) >= oldestNode;
  const says = `version ${process.versions.node}`;
  return { about: "node", well, says, ...(!well && { todo: `Install Node ${oldestNode} or newer.` }) };
}

function configIn(env: Readonly<Record<string, string | undefined>>): Config | Finding {
  try {
    return readConfig(env);
  } catch (error) {
    return trouble("settings", error);
  }
}

/** The names only: a setting may be a secret. */
function given(env: Readonly<Record<string, string | undefined>>): string {
  const names = Object.values<Setting<unknown>>(settings).map(({ name }) => name);
  return names.filter((name) => env[name]).join(", ");
}

/** Reached from elsewhere, a server is called by a name that it has to know. */
function address({ host, port, publicUrl, hosts }: Config): Finding {
  const names = [...(publicUrl ? [publicUrl.hostname] : []), ...(hosts ?? [])];
  const listens = `listens on ${host}, port ${port}`;
  if (host === "localhost" || isLoopback(host))
    return { about: "address", well: true, says: `${listens}: for this machine${also(names)}` };
  const todo = "Give the names by which others reach it in REGULARS_HOSTS, or its address in REGULARS_URL.";
  return {
    about: "address",
    well: true,
    says: `${listens}: for other machines too, by its numbers${also(names)}`,
    ...(names.length === 0 && { todo }),
  };
}

function also(names: readonly string[]): string {
  return names.length === 0 ? "" : `, and as ${names.join(", ")}`;
}

async function disk(config: Config): Promise<Finding> {
  const home = await chooseHome(config.home ?? undefined);
  const { bavail, bsize } = await statfs(home).catch(() => statfs(dirname(home)));
  const free = bavail * bsize;
  const says = `${home}, ${megabytes(free)} MB free`;
  const todo = `Make room there, or set REGULARS_HOME to a folder on a larger disk.`;
  return { about: "disk", well: free >= leastFreeBytes, says, ...(free < leastFreeBytes && { todo }) };
}

async function database(config: Config): Promise<Finding[]> {
  let opened: Opened;
  try {
    opened = await openInstallation(config, "command", () => {});
  } catch (error) {
    return [trouble("database", error)];
  }
  try {
    return [
      await looked("database", () => server(opened)),
      await looked("owner", () => owner(opened)),
      await looked("jobs", () => jobs(opened)),
    ];
  } finally {
    await opened.close();
  }
}

/** It was reached, brought up to date and holds our key, or it would not have opened. */
async function server({ db }: Opened): Promise<Finding> {
  const { version, size, files } = await db.one<{ version: string; size: number; files: number }>(sql`
    select current_setting('server_version') as version, pg_database_size(current_database()) as size,
           (select count(*) from migrations) as files`);
  return {
    about: "database",
    well: true,
    says: `PostgreSQL ${version}, ${megabytes(size)} MB, ${files} migrations, key right`,
  };
}

async function owner({ db }: Opened): Promise<Finding> {
  const { accounts } = await db.one<{ accounts: number }>(sql`
    select count(*) as accounts from accounts where password is not null`);
  if (accounts > 0) return { about: "owner", well: true, says: `${accounts} can sign in` };
  const todo =
    "Run `regulars serve` and open its address: it leads you through. From another machine it asks for the code that it prints.";
  return { about: "owner", well: true, says: "nobody owns this installation yet", todo };
}

async function jobs({ db }: Opened): Promise<Finding> {
  const { stuck } = await db.one<{ stuck: number }>(sql`
    select count(*) as stuck from graphile_worker.jobs where attempts >= max_attempts`);
  const says = stuck === 0 ? "none is stuck" : `${stuck} failed too often to be tried again`;
  return {
    about: "jobs",
    well: stuck === 0,
    says,
    ...(stuck > 0 && { todo: "Look for them in the server's log, and report them." }),
  };
}

function memory(): Finding {
  return { about: "memory", well: true, says: `${megabytes(freemem())} of ${megabytes(totalmem())} MB free` };
}

async function looked(about: string, look: () => Promise<Finding>): Promise<Finding> {
  try {
    return await look();
  } catch (error) {
    return trouble(about, error);
  }
}

/** A refusal says what to do; anything else is reported as it is, since nobody but its reader sees it. */
function trouble(about: string, error: unknown): Finding {
  const { message } = error as Error;
  if (error instanceof Refusal)
    return { about, well: false, says: [message, ...error.problems.map(inWords)].join("\n    ") };
  return { about, well: false, says: message, todo: "This is not foreseen: please report it." };
}

function inWords({ pointer, detail }: Problem): string {
  return `${pointer.replace(/^#\//, "")} ${detail}`;
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1024 / 1024);
}
