import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate } from "node:zlib";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { InvalidInput, TooLarge } from "../errors.ts";
import { parseJson, textOf } from "./json-text.ts";

/** Bytes as they arrive, and bytes after unpacking: a small archive may hold a huge body. */
export type BodyLimit = { readonly bytes: number; readonly unpackedBytes: number };

type Scope = Pick<FastifyInstance, "removeAllContentTypeParsers" | "addContentTypeParser">;

/**
 * Reads every body of the routes in this scope as JSON, whatever its label says: Segment's clients send gzipped JSON
 * labelled as a form. Call it first inside `app.register(async (scope) => { … })`; it does not reach out of the scope.
 */
export function rawJson(scope: Scope, limit: BodyLimit): void {
  takeAnything(scope, limit, (bytes) => parseJson(textOf(bytes)));
}

/** The same for bodies that are no single JSON text: `request.body` is the unpacked bytes, a Buffer. */
export function rawBytes(scope: Scope, limit: BodyLimit): void {
  takeAnything(scope, limit, (bytes) => bytes);
}

function takeAnything(scope: Scope, limit: BodyLimit, read: (bytes: Buffer) => unknown): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser(
    "*",
    { parseAs: "buffer", bodyLimit: limit.bytes },
    async (request: FastifyRequest, body: Buffer) =>
      read(await unpacked(body, request.headers["content-encoding"], limit.unpackedBytes)),
  );
}

type Unpack = (packed: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>;
const unpackers: Readonly<Record<string, Unpack>> = {
  gzip: promisify(gunzip) as Unpack,
  deflate: promisify(inflate) as Unpack,
  br: promisify(brotliDecompress) as Unpack,
};

/** An archive is known by its label, or, gzip only, by its first bytes: some clients forget the label. */
async function unpacked(body: Buffer, label: string | undefined, limit: number): Promise<Buffer> {
  const encoding = label && label !== "identity" ? label.toLowerCase().trim().replace("x-gzip", "gzip") : undefined;
  const isGzip = body[0] === 0x1f && body[1] === 0x8b;
  if (!isGzip && (encoding === undefined || encoding === "gzip")) return body;
  const unpack = unpackers[encoding ?? "gzip"];
  if (!unpack)
    throw new InvalidInput(`Content-Encoding ${encoding} is not understood. Send gzip, deflate, br or nothing.`);
  return unpack(body, { maxOutputLength: limit }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ERR_BUFFER_TOO_LARGE")
      throw new TooLarge(`Unpacked, the body is over ${limit} bytes. Send less at once.`);
    throw new InvalidInput(`The body is no ${encoding ?? "gzip"}, though it is labelled so.`);
  });
}
