import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, renameSync, statSync } from "node:fs";
import { chown } from "node:fs/promises";
import { join } from "node:path";
import { port, type Cluster } from "./cluster.ts";
import { listeningEnd } from "./hold.ts";
import type { Programs } from "./programs.ts";
import { asUser, type SystemUser } from "./system-user.ts";

/**
 * A shell as small as it can be: starts PostgreSQL and stops it (SIGINT: sessions are ended, everything is written)
 * when nobody holds the pipe any more. It outlives Node, and has a session of its own, so that Ctrl-C reaches
 * PostgreSQL only after the application has finished with it.
 */
const script = `
trap '' HUP INT TERM
"$@" 3<&- &
server=$!
( read -r _ <&3; kill -INT $server 2>/dev/null ) &
watcher=$!
exec 3<&-
wait $server
code=$?
kill -9 $watcher 2>/dev/null
exit $code`;

export type Keeper = { readonly hasEnded: () => boolean; readonly lastWords: () => string };

export async function startKeeper(
  cluster: Cluster,
  programs: Programs,
  user: SystemUser,
  settings: Readonly<Record<string, string>>,
): Promise<Keeper> {
  const log = await openLog(cluster, user);
  const pipe = listeningEnd(cluster);
  const command = [join(programs.bin, "postgres"), "-D", cluster.data, "-k", cluster.socket, "-p", String(port)];
  const options = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const child = spawn("/bin/sh", ["-c", script, "keeper", ...command, ...options], {
    ...asUser(user),
    detached: true,
    stdio: ["ignore", log.fd, log.fd, pipe],
  });
  closeSync(log.fd);
  closeSync(pipe);
  child.unref();
  let ended = false;
  child.on("exit", () => (ended = true)).on("error", () => (ended = true));
  return { hasEnded: () => ended, lastWords: () => readFileSync(cluster.log).subarray(log.start).toString("utf8") };
}

const logBytesMax = 8 * 1024 * 1024;

async function openLog(cluster: Cluster, user: SystemUser): Promise<{ fd: number; start: number }> {
  const size = statSync(cluster.log, { throwIfNoEntry: false })?.size ?? 0;
  if (size > logBytesMax) renameSync(cluster.log, `${cluster.log}.old`);
  const fd = openSync(cluster.log, "a", 0o600);
  if (user) await chown(cluster.log, user.uid, user.gid);
  return { fd, start: size > logBytesMax ? 0 : size };
}
