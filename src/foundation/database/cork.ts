import type { Duplex } from "node:stream";
import type pg from "pg";

/** What is asked in one turn of the event loop leaves in one piece: every write wakes the server, at 20 µs and more. */
export function cork(client: pg.ClientBase): void {
  const { stream } = (client as unknown as { connection: { stream: Duplex } }).connection;
  if (stream.writableCorked > 0) return;
  stream.cork();
  setImmediate(() => stream.uncork());
}
