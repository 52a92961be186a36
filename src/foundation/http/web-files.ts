import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { App } from "./app.ts";
import { headerOfEncrypted, headersOfPages } from "./security-headers.ts";

type File = {
  readonly type: string;
  readonly etag: string;
  readonly whole: Buffer;
  readonly br?: Buffer;
  readonly gzip?: Buffer;
};

const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

/**
 * The finished web app, from memory: a megabyte or two, and no path ever reaches the disk. Every address that is no file
 * and no part of the API is a screen, which the app itself finds.
 */
export async function serveWebFiles(app: App, folder: string): Promise<void> {
  const files = await readFiles(folder);
  app.get("/*", { schema: { hide: true }, config: { allow: ["everyone"], counted: false } }, async (request, reply) => {
    const path = request.url.split("?", 1)[0]!;
    const name = files.has(path) ? path : screenAt(path, request) ? "/index.html" : undefined;
    const file = name === undefined ? undefined : files.get(name);
    if (!file) return reply.callNotFound();
    return send(request, reply, file, isHashed(path));
  });
}

function screenAt(path: string, { headers }: FastifyRequest): boolean {
  if (/^\/v1(\/|$)/.test(path) || extname(path) !== "") return false;
  return headers.accept === undefined || /text\/html|\*\/\*/.test(headers.accept);
}

/** The build puts a hash of the content into these names: they never change. */
function isHashed(path: string): boolean {
  return path.startsWith("/assets/");
}

function send(request: FastifyRequest, reply: FastifyReply, file: File, forEver: boolean): FastifyReply {
  reply.headers(headersOfPages);
  if (request.server.regulars.isEncrypted(request)) reply.header(...headerOfEncrypted);
  reply.header("cache-control", forEver ? "public, max-age=31536000, immutable" : "no-cache");
  reply.header("etag", file.etag).header("vary", "accept-encoding");
  if (request.headers["if-none-match"] === file.etag) return reply.status(304).send();
  const accepts = request.headers["accept-encoding"] ?? "";
  reply.type(file.type);
  if (file.br && /\bbr\b/.test(accepts)) return reply.header("content-encoding", "br").send(file.br);
  if (file.gzip && /\bgzip\b/.test(accepts)) return reply.header("content-encoding", "gzip").send(file.gzip);
  return reply.send(file.whole);
}

async function readFiles(folder: string): Promise<ReadonlyMap<string, File>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const known = new Set(paths);
  const files = paths
    .filter((path) => types[extname(path)] !== undefined)
    .map(async (path) => [`/${relative(folder, path).split(sep).join("/")}`, await readFileOf(path, known)] as const);
  return new Map(await Promise.all(files));
}

async function readFileOf(path: string, known: ReadonlySet<string>): Promise<File> {
  const whole = await readFile(path);
  return {
    type: types[extname(path)]!,
    etag: `"${createHash("sha256").update(whole).digest("base64url").slice(0, 22)}"`,
    whole,
    ...(known.has(`${path}.br`) && { br: await readFile(`${path}.br`) }),
    ...(known.has(`${path}.gz`) && { gzip: await readFile(`${path}.gz`) }),
  };
}
