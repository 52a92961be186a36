import pg from "pg";
import { DatabaseTrouble, Refusal, WrongSettings } from "../errors.ts";
import type { OpenedDatabase } from "./opened-database.ts";

const oldestMajor = 15;

/** A database somebody else looks after: is it there, new enough, and ours to write to? */
export async function reachGiven(url: string): Promise<OpenedDatabase> {
  const client = clientFor(url);
  client.on("error", () => {});
  try {
    await client.connect();
    refuseUnsuitable((await client.query<Traits>(traits)).rows[0]!);
  } catch (error) {
    throw error instanceof Refusal ? error : unreachable(client, error as NodeJS.ErrnoException);
  } finally {
    await client.end().catch(() => {});
  }
  const nothing = async (): Promise<undefined> => undefined;
  const connection = { connectionString: url };
  return { connection, attached: true, announce: nothing, serverAddress: nothing, stop: nothing };
}

type Traits = { major: number; encoding: string; standby: boolean; writable: boolean; database: string };

const traits = `
  select current_setting('server_version_num')::int / 10000 as major,
         current_setting('server_encoding') as encoding,
         pg_is_in_recovery() as standby,
         coalesce(has_schema_privilege(current_schema(), 'create'), false) as writable,
         current_database() as database`;

function refuseUnsuitable({ major, encoding, standby, writable, database }: Traits): void {
  if (major < oldestMajor) refuse(`is PostgreSQL ${major}. Regulars needs ${oldestMajor} or newer.`);
  if (encoding !== "UTF8")
    refuse(`keeps text as ${encoding}. Make one for it: create database regulars encoding 'UTF8' template template0.`);
  if (standby) refuse("is a read-only standby. Give the address of the primary.");
  if (!writable)
    refuse(
      `does not let this user make tables. As its owner: grant create on schema public to the user, in database ${database}.`,
    );
}

function refuse(why: string): never {
  throw new WrongSettings(`The database in DATABASE_URL ${why}`);
}

function clientFor(url: string): pg.Client {
  if (!/^postgres(ql)?:\/\//.test(url)) refuse("is no address. It reads postgres://user:password@host:5432/name.");
  try {
    return new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  } catch {
    return refuse("cannot be read. Characters such as @ : / # in the password are written %40 %3A %2F %23.");
  }
}

const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: "nothing answers there. Is PostgreSQL running, on that host and port?",
  ENOTFOUND: "there is no such host.",
  EAI_AGAIN: "its host's name cannot be looked up just now.",
  ENOENT: "there is no socket of PostgreSQL in that folder.",
  "28P01": "it does not accept this user and password.",
  "28000": "it does not let this user in from here (pg_hba.conf).",
  "3D000": "there is no database of that name. Make it: create database NAME encoding 'UTF8' template template0.",
  "53300": "all its connections are taken.",
  "57P03": "it is still starting. Try again in a moment.",
};

/** Names host and database, never the password. */
function unreachable({ host, port, database }: pg.Client, error: NodeJS.ErrnoException): DatabaseTrouble {
  const why = reasons[error.code ?? ""] ?? error.message;
  return new DatabaseTrouble(`The database ${database} at ${host}:${port} (DATABASE_URL) cannot be reached: ${why}`);
}
