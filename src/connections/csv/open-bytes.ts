import { createReadStream, type ReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { InvalidInput, NotFound } from "../../foundation/errors.ts";

/** `read` and `total` count what is stored, packed or not; total is unknown for standard input. */
export type Bytes = {
  readonly chunks: AsyncGenerator<Buffer, void>;
  readonly total: number | undefined;
  readonly packed: boolean;
  read(): number;
};

const chunkBytes = 1 << 18;

/** A file, or standard input for "-"; what is packed by gzip is unpacked, whatever its name says. */
export async function openBytes(path: string, input: Readable = process.stdin): Promise<Bytes> {
  const total = path === "-" ? undefined : await sizeOf(path);
  const stream = path === "-" ? input : createReadStream(path, { highWaterMark: chunkBytes });
  let read = 0;
  const counted = countedChunks(stream, path, (bytes) => (read += bytes));
  const { first, chunks } = await peek(counted);
  const packed = first[0] === 0x1f && first[1] === 0x8b;
  return { chunks: packed ? unpacked(chunks, path) : chunks, total, packed, read: () => read };
}

async function sizeOf(path: string): Promise<number | undefined> {
  const file = await open(path).catch((error: unknown) => {
    throw new NotFound(`${path} cannot be opened: ${(error as Error).message}`);
  });
  const stats = await file.stat();
  await file.close();
  if (stats.isDirectory())
    throw new InvalidInput(`${path} is a folder. Name a .csv or .csv.gz file, or - for standard input.`);
  return stats.isFile() ? stats.size : undefined;
}

async function* countedChunks(
  stream: Readable | ReadStream,
  path: string,
  count: (bytes: number) => void,
): AsyncGenerator<Buffer, void> {
  try {
    for await (const chunk of stream) {
      const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk as string);
      count(bytes.length);
      yield bytes;
    }
  } catch (error) {
    throw new InvalidInput(`${path} cannot be read: ${(error as Error).message}`);
  }
}

/** The first two bytes, and the same chunks again. A pipe may deliver a byte at a time. */
async function peek(
  source: AsyncGenerator<Buffer, void>,
): Promise<{ first: Buffer; chunks: AsyncGenerator<Buffer, void> }> {
  let first: Buffer = Buffer.alloc(0);
  while (first.length < 2) {
    const next = await source.next();
    if (next.done) break;
    first = Buffer.concat([first, next.value]);
  }
  return { first, chunks: resumed(first, source) };
}

async function* resumed(first: Buffer, rest: AsyncGenerator<Buffer, void>): AsyncGenerator<Buffer, void> {
  try {
    yield first;
    yield* rest;
  } finally {
    await rest.return();
  }
}

async function* unpacked(chunks: AsyncGenerator<Buffer, void>, path: string): AsyncGenerator<Buffer, void> {
  const gunzip = createGunzip({ chunkSize: chunkBytes });
  // An error of either side destroys the other and comes out of the loop below.
  pipeline(Readable.from(chunks), gunzip, () => {});
  try {
    for await (const bytes of gunzip) yield bytes as Buffer;
  } catch (error) {
    if (error instanceof InvalidInput) throw error;
    throw new InvalidInput(`${path} is a damaged gzip file: ${(error as Error).message}`);
  }
}
