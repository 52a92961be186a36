import { createHash } from "node:crypto";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** Where the embedded database keeps its things. All of `folder` belongs to the user PostgreSQL runs as. */
export type Cluster = {
  readonly home: string;
  readonly folder: string;
  readonly data: string;
  readonly password: string;
  readonly socket: string;
  readonly log: string;
  /** A named pipe: PostgreSQL runs as long as some process holds its writing end. */
  readonly hold: string;
};

export const port = 5432;

export function clusterIn(homeFolder: string): Cluster {
  const home = resolve(homeFolder);
  const folder = join(home, "postgres");
  return {
    home,
    folder,
    data: join(folder, "data"),
    password: join(folder, "password"),
    socket: socketFolder(folder),
    log: join(folder, "log"),
    hold: join(folder, "hold"),
  };
}

export function socketFile(cluster: Cluster): string {
  return join(cluster.socket, `.s.PGSQL.${port}`);
}

// The operating system takes socket paths up to 103 bytes on every platform we run on.
function socketFolder(folder: string): string {
  const usual = join(folder, "socket");
  if (Buffer.byteLength(join(usual, `.s.PGSQL.${port}`)) <= 103) return usual;
  const place = Buffer.byteLength(tmpdir()) <= 50 ? tmpdir() : "/tmp";
  return join(place, `regulars-${createHash("sha256").update(folder).digest("hex").slice(0, 12)}`);
}
