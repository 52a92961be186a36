import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const sources = dirname(fileURLToPath(import.meta.url));
const checkout = dirname(sources);
const built = join(checkout, "dist", "web");

/**
 * The folder of the finished web app, built first if it is missing or was made from other sources.
 * Sources are compared by content, because a clone, a copy and a container all invent new times.
 */
export async function webApp(): Promise<string> {
  const fingerprint = await fingerprintOfSources();
  if ((await fingerprintOfBuilt()) !== fingerprint) await build(fingerprint);
  return built;
}

async function fingerprintOfBuilt(): Promise<string | null> {
  return readFile(join(built, ".sources"), "utf8").catch(() => null);
}

async function fingerprintOfSources(): Promise<string> {
  const hash = createHash("sha256");
  for (const file of [...(await webFiles(sources)), join(checkout, "package-lock.json")]) {
    hash.update(file.slice(checkout.length)).update(await readFile(file).catch(() => ""));
  }
  return hash.digest("hex");
}

async function webFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.includes(".test."))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Built beside its place and moved there whole: two servers starting at once never serve half an app. */
async function build(fingerprint: string): Promise<void> {
  const draft = join(checkout, "dist", `web-${process.pid}-${Date.now()}`);
  await runVite(["build", "--config", join(sources, "vite.config.ts"), "--outDir", draft, "--emptyOutDir"]);
  await compress(draft);
  await writeFile(join(draft, ".sources"), fingerprint);
  await moveInto(draft, fingerprint);
}

/** In a process of its own: what called us may be a test, and the app would be built for one; nor need a server keep a bundler. */
async function runVite(words: readonly string[]): Promise<void> {
  const vite = join(dirname(createRequire(import.meta.url).resolve("vite/package.json")), "bin", "vite.js");
  const env = { ...process.env, NODE_ENV: "production" };
  await promisify(execFile)(process.execPath, [vite, ...words, "--logLevel", "warn"], { cwd: sources, env });
}

async function moveInto(draft: string, fingerprint: string): Promise<void> {
  // Another server was quicker, and may be reading its copy right now: it is as good as ours.
  if ((await fingerprintOfBuilt()) === fingerprint) return rm(draft, { recursive: true });
  const old = `${draft}-old`;
  await rename(built, old).catch(() => undefined);
  await rename(draft, built).catch(async (error: unknown) => {
    if ((await fingerprintOfBuilt()) !== fingerprint) throw error;
  });
  await Promise.all([rm(old, { recursive: true, force: true }), rm(draft, { recursive: true, force: true })]);
}

/** A tablet on bad wireless gets the small copies; the server only picks them. */
async function compress(folder: string): Promise<void> {
  for (const file of await webFiles(folder)) {
    if (!/\.(js|css|html|svg)$/.test(file)) continue;
    const text = await readFile(file);
    const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
    await writeFile(`${file}.br`, await promisify(brotliCompress)(text, { params }));
    await writeFile(`${file}.gz`, await promisify(gzip)(text, { level: 9 }));
  }
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  process.stdout.write(`${await webApp()}\n`);
}
