import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import pg from "pg";
import { readConfig } from "../../src/foundation/config.ts";
import { openInstallation } from "../../src/installation.ts";

/** The least that a server could do: Node's own HTTP, one look-up by primary key over a pool, the row as JSON. */
const opened = await openInstallation(readConfig(process.env), "command", () => {});
const pool = new pg.Pool({ ...opened.connection, max: 10 });
const server = createServer((request, response) => {
  const id = request.url!.slice(1);
  const query = {
    name: "row",
    text: "select id, kind, scope, value, first_seen, customer_id from identities where id = $1",
    values: [id],
  };
  pool.query(query).then(
    ({ rows }) => {
      const body = JSON.stringify(rows[0] ?? null);
      response
        .writeHead(200, { "content-type": "application/json", "content-length": Buffer.byteLength(body) })
        .end(body);
    },
    (error: unknown) => response.writeHead(500).end(String(error)),
  );
});
server.listen(0, "127.0.0.1", () =>
  process.send!({ port: (server.address() as AddressInfo).port, key: opened.key.toString("hex") }),
);
process.on("disconnect", () => {
  server.close();
  server.closeAllConnections();
  void pool
    .end()
    .then(() => opened.close())
    .then(() => process.exit(0));
});
process.on("message", () => process.send!(process.cpuUsage()));
