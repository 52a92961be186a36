import { execFile, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { promisify } from "node:util";

const bin = new URL("../bin/regulars.js", import.meta.url).pathname;

/** A server as its users start it, in a process of its own. */
export type RunningServer = {
  readonly process: ChildProcess;
  readonly address: string;
  readonly ended: Promise<unknown>;
};

function environment(home: string): NodeJS.ProcessEnv {
  return { ...process.env, REGULARS_HOME: home, PORT: "0", DATABASE_URL: "", REGULARS_KEY: "" };
}

/** Starts a server on this home and waits until it answers. */
export async function startRunningServer(home: string): Promise<RunningServer> {
  const child = spawn(process.execPath, [bin, "serve", "--json"], {
    env: environment(home),
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = once(child, "exit");
  let [told, complained] = ["", ""];
  child.stderr.on("data", (chunk) => (complained += String(chunk)));
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (chunk) => {
      const found = /"address":\s*"([^"]+)"/.exec((told += String(chunk)));
      if (found) resolve(found[1]!);
    });
    void ended.then(() => reject(new Error(`the server ended: ${complained.slice(-2000)}`)));
  });
  return { process: child, address, ended };
}

/** One command on this home; its JSON answer. */
export async function runCommand<T>(home: string, ...args: readonly string[]): Promise<T> {
  const { stdout } = await promisify(execFile)(process.execPath, [bin, ...args, "--json"], { env: environment(home) });
  return JSON.parse(stdout) as T;
}
