import { randomBytes } from "node:crypto";
import { link, readFile, rename, rm, stat } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";
import { socketFile, type Cluster } from "./cluster.ts";
import { runAs } from "./system-user.ts";

/** The PostgreSQL that serves a cluster, as its pid file tells. */
export type Postmaster = { readonly pid: number; readonly status: "starting" | "ready" | "stopping" };

/** Undefined when none runs. A pid file that names a process which is something else is removed: PostgreSQL would trust it. */
export async function runningPostmaster(cluster: Cluster): Promise<Postmaster | undefined> {
  const file = join(cluster.data, "postmaster.pid");
  const text = await readFile(file, "utf8").catch(() => "");
  const named = read(text);
  if (!named) return undefined;
  if (await isListening(socketFile(cluster))) return named;
  if (!isAlive(named.pid)) return undefined;
  if (await isPostmasterOf(cluster, named.pid)) return named;
  await removeStale(file, text);
  return undefined;
}

function read(text: string): Postmaster | undefined {
  const lines = text.split("\n");
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  const word = lines[7]?.trim();
  return { pid, status: word === "ready" || word === "stopping" ? word : "starting" };
}

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

// Tells even where process numbers mean nothing: a server in another container on the same folder.
function isListening(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    const answer = (is: boolean) => () => {
      socket.destroy();
      resolve(is);
    };
    socket.once("connect", answer(true)).once("error", answer(false));
  });
}

/** A postmaster stands in its data folder. Where that cannot be seen, we believe the file rather than risk two servers. */
async function isPostmasterOf(cluster: Cluster, pid: number): Promise<boolean> {
  if (await stat("/proc/self/cwd").catch(() => undefined)) {
    const [theirs, ours] = await Promise.all([stat(`/proc/${pid}/cwd`).catch(() => undefined), stat(cluster.data)]);
    return theirs !== undefined && theirs.dev === ours.dev && theirs.ino === ours.ino;
  }
  const { code, out } = await runAs(undefined, "ps", ["-o", "command=", "-p", String(pid)]);
  return code !== 0 || out.includes(cluster.data);
}

// Taken aside first: if a server wrote a new file between our look and our move, it gets it back.
async function removeStale(file: string, stale: string): Promise<void> {
  const aside = `${file}.${randomBytes(6).toString("hex")}`;
  await rename(file, aside).catch(() => {});
  const taken = await readFile(aside, "utf8").catch(() => stale);
  if (taken !== stale) await link(aside, file).catch(() => {});
  await rm(aside, { force: true });
}
