import { readFile } from "node:fs/promises";
import { Socket } from "node:net";
import pg from "pg";
import { onDisk } from "../../on-disk.ts";
import { port, type Cluster } from "./cluster.ts";

/** How everybody reaches the embedded database. The same after every restart. */
export async function connectionTo(cluster: Cluster, database = "regulars"): Promise<pg.ClientConfig> {
  const password = await onDisk(cluster.folder, () => readFile(cluster.password, "utf8"));
  return { host: cluster.socket, port, user: "regulars", password, database };
}

/**
 * Each process has one session that does nothing but last. Its end tells that PostgreSQL has gone; its name tells
 * others who is here; the lock that a server takes in it ends with it, so there is no stale lock.
 * It keeps the process from ending only while it is asked something.
 */
export type Session = {
  many<Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  readonly ended: Promise<void>;
  close(): Promise<void>;
};

export async function openSession(cluster: Cluster, name: string): Promise<Session> {
  const socket = new Socket();
  const config = { ...(await connectionTo(cluster, "postgres")), application_name: name };
  const client = new pg.Client({ ...config, stream: () => socket });
  const ended = new Promise<void>((resolve) => void client.once("end", resolve));
  client.on("error", () => {});
  await client.connect();
  socket.unref();
  const session = sessionOn(client, socket, ended);
  await makeDatabase(session);
  return session;
}

function sessionOn(client: pg.Client, socket: Socket, ended: Promise<void>): Session {
  return {
    ended,
    many: async <Row extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []) => {
      socket.ref();
      try {
        return (await client.query<Row>(text, values as unknown[])).rows;
      } finally {
        socket.unref();
      }
    },
    close: async () => {
      socket.ref();
      await client.end().catch(() => {});
    },
  };
}

async function makeDatabase(session: Session): Promise<void> {
  if ((await session.many("select from pg_database where datname = 'regulars'")).length) return;
  // 42P04, 23505: another process made it in this moment.
  await session.many("create database regulars").catch((error: { code?: string }) => {
    if (error.code !== "42P04" && error.code !== "23505") throw error;
  });
}
