import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import { CopyIn } from "./copy-in.ts";
import { cork } from "./cork.ts";
import type { Statement } from "./sql.ts";

/** One database, or one transaction on it. Statements are prepared once per connection. */
export interface Db {
  many<Row extends object>(statement: Statement): Promise<Row[]>;
  /** Exactly one row; anything else is a fault of ours. */
  one<Row extends object>(statement: Statement): Promise<Row>;
  maybe<Row extends object>(statement: Statement): Promise<Row | undefined>;
  /** How many rows were changed. */
  run(statement: Statement): Promise<number>;
  /** COPY in text format; `target` is written in code: "lines (identity_id, at)". */
  copy(target: string, rows: Rows): Promise<void>;
  /** COPY out in text format, read while it comes; `source` is written in code: "lines (identity_id, at)". */
  copyOut(source: string, read: (rows: Readable) => Promise<void>): Promise<void>;
  /** Several statements without binds: migrations only. */
  script(text: string): Promise<void>;
  transaction<T>(work: (db: Db) => Promise<T>): Promise<T>;
  /** True inside `transaction`. */
  readonly inTransaction: boolean;
}

type Rows = Iterable<string> | AsyncIterable<Buffer>;
type Client = Pick<pg.ClientBase, "query">;

// Counts and money come back as numbers: both stay far below 2^53.
const types = {
  getTypeParser: ((oid: number, format?: "text" | "binary") =>
    oid === 20 ? Number : pg.types.getTypeParser(oid, format as "text")) as typeof pg.types.getTypeParser,
};

export function openPool(connection: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({ max: 10, ...connection, pipeline: true, types });
  // A connection that breaks while it is idle is replaced at the next use; without a listener it would end the process.
  pool.on("error", () => {});
  return pool;
}

export function databaseOn(pool: pg.Pool): Db {
  return {
    ...queriesOn(pool),
    inTransaction: false,
    copy: (target, rows) => withClient(pool, (client) => copyOn(client, target, rows)),
    copyOut: (source, read) => withClient(pool, (client) => copyOutOf(client, source, read)),
    transaction: (work) => withClient(pool, (client) => transactionOn(client, work)),
  };
}

async function withClient<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  const onError = (error: Error): void => void (broken = error);
  client.on("error", onError);
  try {
    return await work(client);
  } catch (error) {
    if (isConnectionLost(error)) broken = error as Error;
    throw error;
  } finally {
    client.off("error", onError);
    client.release(broken);
  }
}

/**
 * Statements that the work sends without waiting for the answers of those before travel together, in their order. What a
 * branch of the work still wants when another one has failed is refused: the transaction is over, and its connection
 * somebody else's.
 */
async function transactionOn<T>(client: pg.PoolClient, work: (db: Db) => Promise<T>): Promise<T> {
  const open: Open = { is: true };
  cork(client);
  const begun = client.query("begin");
  begun.catch(() => {});
  try {
    const result = await work(transactionDb(client, open));
    await begun;
    open.is = false;
    await client.query("commit");
    return result;
  } catch (error) {
    open.is = false;
    await client.query("rollback").catch(() => {});
    throw isAftermath(error) ? open.failure : error;
  }
}

/** `failure`: of its statements the first that failed. */
type Open = { is: boolean; failure?: unknown };

/** in_failed_sql_transaction: whatever was sent behind a statement that failed is answered so. */
function isAftermath(error: unknown): boolean {
  return (error as { code?: string }).code === "25P02";
}

async function noting<T>(open: Open, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    open.failure ??= error;
    throw error;
  }
}

function transactionDb(client: pg.PoolClient, open: Open): Db {
  const db: Db = {
    ...queriesOn({ query: corked(client, open) }),
    inTransaction: true,
    copy: async (target, rows) => noting(open, copyOn(opened(client, open), target, rows)),
    copyOut: async (source, read) => noting(open, copyOutOf(opened(client, open), source, read)),
    transaction: (work) => work(db),
  };
  return db;
}

function opened(client: pg.PoolClient, { is }: Open): pg.PoolClient {
  if (!is) throw new Error("The transaction is over.");
  return client;
}

function corked(client: pg.PoolClient, open: Open): Client["query"] {
  return ((query: pg.QueryConfig) => {
    cork(opened(client, open));
    return noting(open, client.query(query));
  }) as Client["query"];
}

function queriesOn(client: Client): Pick<Db, "many" | "one" | "maybe" | "run" | "script"> {
  const query = async <Row extends object>(statement: Statement) =>
    client.query<Row & pg.QueryResultRow>(prepared(statement));
  return {
    many: async <Row extends object>(statement: Statement) => (await query<Row>(statement)).rows as Row[],
    maybe: async <Row extends object>(statement: Statement) => (await query<Row>(statement)).rows[0] as Row | undefined,
    script: async (text) => void (await client.query(text)),
    run: async (statement) => (await query(statement)).rowCount ?? 0,
    one: async <Row extends object>(statement: Statement) => {
      const { rows } = await query<Row>(statement);
      if (rows.length !== 1) throw new Error(`expected one row, got ${rows.length}: ${statement.text.slice(0, 200)}`);
      return rows[0] as Row;
    },
  };
}

const names = new Map<string, string>();

function prepared(statement: Statement): pg.QueryConfig {
  let name = names.get(statement.text);
  if (!name) names.set(statement.text, (name = createHash("sha1").update(statement.text).digest("base64url")));
  return { name, text: statement.text, values: statement.values as unknown[] };
}

async function copyOn(client: pg.PoolClient, target: string, rows: Rows): Promise<void> {
  if (!(Symbol.iterator in rows))
    return byItself(client, () => pipeline(rows, client.query(copyFrom(`copy ${target} from stdin`))));
  cork(client);
  return new Promise((resolve, reject) => {
    client.query(new CopyIn(target, rows, (error) => (error ? reject(error) : resolve())));
  });
}

function copyOutOf(client: pg.PoolClient, source: string, read: (rows: Readable) => Promise<void>): Promise<void> {
  return byItself(client, () => read(client.query(copyTo(`copy ${source} to stdout`))));
}

/** A stream of rows shares its connection with nothing: pg refuses it among statements that are sent without waiting. */
async function byItself(client: pg.PoolClient, work: () => Promise<void>): Promise<void> {
  const mode = client as { pipeline: boolean };
  mode.pipeline = false;
  try {
    await work();
  } finally {
    mode.pipeline = true;
  }
}

// The socket is away, nobody listens at it, or it broke.
const socketTroubles = new Set(["ENOENT", "ECONNREFUSED", "ECONNRESET", "EPIPE"]);

/** The server went away, is still starting or just stopping: not the statement's fault. */
export function isConnectionLost(error: unknown): boolean {
  const { code = "", message = "" } = error as { code?: string; message?: string };
  return (
    code.startsWith("08") ||
    code.startsWith("57P") ||
    socketTroubles.has(code) ||
    message.startsWith("Connection terminated") ||
    message.includes("not queryable")
  );
}
