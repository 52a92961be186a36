import { open, readFile, stat } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";
import { socketFile, type Cluster } from "./cluster.ts";
import { runAs } from "./system-user.ts";

/** The PostgreSQL that serves a cluster, as its pid file tells. */
export type Postmaster = { readonly pid: number; readonly status: "starting" | "ready" | "stopping" };

/**
 * Undefined when none runs. PostgreSQL believes a pid file that names any living process; left behind after a crash,
 * it may name a stranger, or a dead process that nobody collects. Such files are set right, the socket's like the data's.
 */
export async function runningPostmaster(cluster: Cluster): Promise<Postmaster | undefined> {
  const file = join(cluster.data, "postmaster.pid");
  const text = await contentOf(file);
  const named = read(text);
  if (named && (await isListening(socketFile(cluster)))) return named;
  if (named && (await isPostmasterOf(cluster, named.pid))) return named;
  await disown(file, text);
  const lock = `${socketFile(cluster)}.lock`;
  await disown(lock, await contentOf(lock));
  return undefined;
}

async function contentOf(file: string): Promise<string> {
  return readFile(file, "utf8").catch(() => "");
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
  if (!isAlive(pid)) return false;
  if (await stat("/proc/self/cwd").catch(() => undefined)) {
    const [theirs, ours] = await Promise.all([stat(`/proc/${pid}/cwd`).catch(() => undefined), stat(cluster.data)]);
    return theirs !== undefined && theirs.dev === ours.dev && theirs.ino === ours.ino;
  }
  const { code, out } = await runAs(undefined, "ps", ["-o", "command=", "-p", String(pid)]);
  return code !== 0 || out.includes(cluster.data);
}

// Greater than any process number there is.
const nobody = 2_147_483_646;

/**
 * Lets a stale file name nobody; PostgreSQL then replaces it. Its other lines stay: by them PostgreSQL finds sessions
 * that outlive a killed server. Read and written through one handle: a file that a new server made meanwhile is another.
 */
async function disown(file: string, stale: string): Promise<void> {
  const named = read(stale);
  if (!named || !isAlive(named.pid)) return;
  const handle = await open(file, "r+").catch(() => undefined);
  if (handle && (await handle.readFile("utf8")) === stale) await handle.write(stale.replace(/^\d+/, String(nobody)), 0);
  await handle?.close();
}
