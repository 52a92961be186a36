import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
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
  const pool = new pg.Pool({ max: 10, ...connection, types });
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

async function transactionOn<T>(client: pg.PoolClient, work: (db: Db) => Promise<T>): Promise<T> {
  await client.query("begin");
  try {
    const result = await work(transactionDb(client));
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback").catch(() => {});
    throw error;
  }
}

function transactionDb(client: pg.PoolClient): Db {
  const db: Db = {
    ...queriesOn(client),
    inTransaction: true,
    copy: (target, rows) => copyOn(client, target, rows),
    copyOut: (source, read) => copyOutOf(client, source, read),
    transaction: (work) => work(db),
  };
  return db;
}

function queriesOn(client: Client): Pick<Db, "many" | "one" | "maybe" | "run" | "script"> {
  const query = <Row extends object>(statement: Statement) =>
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

async function copyOn(client: Client, target: string, rows: Rows): Promise<void> {
  const copy = (client as pg.Client).query(copyFrom(`copy ${target} from stdin`));
  await pipeline(Readable.from(Symbol.iterator in rows ? inChunks(rows) : rows), copy);
}

const chunkLength = 64 * 1024;

/** Rows one by one would be written one by one; a chunk of many costs hardly more than one of them. */
function* inChunks(rows: Iterable<string>): Generator<string> {
  let chunk = "";
  for (const row of rows) {
    chunk += row;
    if (chunk.length < chunkLength) continue;
    yield chunk;
    chunk = "";
  }
  if (chunk !== "") yield chunk;
}

async function copyOutOf(client: Client, source: string, read: (rows: Readable) => Promise<void>): Promise<void> {
  await read((client as pg.Client).query(copyTo(`copy ${source} to stdout`)));
}

function isConnectionLost(error: unknown): boolean {
  const code = (error as { code?: string }).code ?? "";
  return code.startsWith("08") || code.startsWith("57P") || code === "ECONNRESET" || code === "EPIPE";
}
