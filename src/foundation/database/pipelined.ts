import { createHash } from "node:crypto";
import pg from "pg";
import { cork } from "./cork.ts";
import { isConnectionLost, type Db } from "./database.ts";
import type { Statement } from "./sql.ts";

/** What a question needs of a database. */
export type Reader = Pick<Db, "many" | "one" | "maybe">;

export type PipelinedReader = Reader & { end(): Promise<void> };

/**
 * A few connections for short reads by key. Statements are sent without waiting for the answers of those before, so many
 * requests share one connection and its prepared plans: 57,000 look-ups a second where a pool gives 30,000 (November 2026).
 * A long statement would hold up all behind it: those go through the pool.
 */
export function openReader(connection: pg.ClientConfig, connections = 2): PipelinedReader {
  const lines = Array.from({ length: connections }, () => line(connection));
  const next = byTurns(lines);
  const rows = async <Row>(statement: Statement): Promise<Row[]> => next().rows<Row>(statement);
  return {
    many: rows,
    maybe: async <Row extends object>(statement: Statement) => (await rows<Row>(statement))[0],
    one: async <Row extends object>(statement: Statement) => {
      const found = await rows<Row>(statement);
      if (found.length !== 1) throw new Error(`expected one row, got ${found.length}: ${statement.text.slice(0, 200)}`);
      return found[0]!;
    },
    end: async () => void (await Promise.all(lines.map((line) => line.end()))),
  };
}

/** What is asked in one turn of the event loop goes one way: it leaves with one write. */
function byTurns<T>(all: readonly T[]): () => T {
  let turn = 0;
  let isChosen = false;
  return () => {
    if (!isChosen) {
      isChosen = true;
      turn = (turn + 1) % all.length;
      setImmediate(() => (isChosen = false));
    }
    return all[turn]!;
  };
}

/** One connection, opened at the first use and again when it was lost. */
function line(connection: pg.ClientConfig) {
  let client: Promise<pg.Client> | undefined;

  function connected(): Promise<pg.Client> {
    if (client) return client;
    const opening = connect(connection, () => forget(opening));
    opening.catch(() => forget(opening));
    return (client = opening);
  }

  function forget(lost: Promise<pg.Client>): void {
    if (client === lost) client = undefined;
  }

  async function rows<Row>(statement: Statement): Promise<Row[]> {
    const query = { name: nameOf(statement.text), text: statement.text, values: statement.values as unknown[] };
    const asked = connected();
    try {
      return (await together(await asked, query)).rows as Row[];
    } catch (error) {
      if (!isConnectionLost(error)) throw error;
      // A query may learn of it before its connection does. Reading twice does no harm: the next one is asked again, once.
      forget(asked);
      return (await together(await connected(), query)).rows as Row[];
    }
  }

  async function end(): Promise<void> {
    const open = await client?.catch(() => undefined);
    await open?.end();
  }

  return { rows, end };
}

function together(client: pg.Client, query: pg.QueryConfig): Promise<pg.QueryResult> {
  cork(client);
  return client.query(query);
}

async function connect(connection: pg.ClientConfig, lost: () => void): Promise<pg.Client> {
  const client = new pg.Client({ ...connection, pipeline: true, types });
  client.on("error", lost);
  client.on("end", lost);
  await client.connect();
  // Every statement here is a look-up by key: its plan never depends on the key, and making it takes longer than running it.
  await client.query("set plan_cache_mode = force_generic_plan; set jit = off");
  return client;
}

// Counts and money come back as numbers: both stay far below 2^53.
const types = {
  getTypeParser: ((oid: number, format?: "text" | "binary") =>
    oid === 20 ? Number : pg.types.getTypeParser(oid, format as "text")) as typeof pg.types.getTypeParser,
};

const names = new Map<string, string>();

function nameOf(text: string): string {
  let name = names.get(text);
  if (!name) names.set(text, (name = createHash("sha1").update(text).digest("base64url")));
  return name;
}
