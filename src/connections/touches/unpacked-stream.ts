import type { Readable } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { InvalidInput, TooLarge } from "../../foundation/errors.ts";

const unpackers = { gzip: createGunzip, "x-gzip": createGunzip, deflate: createInflate, br: createBrotliDecompress };

/** A body's bytes, unpacked as they come and never more than `most` of them: a small archive may hold a huge body. */
export async function* unpackedStream(body: Readable, label: string | undefined, most: number): AsyncGenerator<Buffer> {
  let size = 0;
  try {
    for await (const chunk of unpacker(body, label) as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > most)
        throw new TooLarge(`The body is over ${most} bytes. Send less at once; what was filed is safe to send again.`);
      yield chunk;
    }
  } catch (error) {
    if (!/^(Z_|ERR__?ZLIB|ERR_BROTLI|ERR__ERROR)/.test((error as NodeJS.ErrnoException).code ?? "")) throw error;
    throw new InvalidInput(`The body is no ${label}, though it is labelled so.`);
  }
}

function unpacker(body: Readable, label: string | undefined): Readable {
  const encoding = label?.toLowerCase().trim();
  if (encoding === undefined || encoding === "" || encoding === "identity") return body;
  if (!Object.hasOwn(unpackers, encoding))
    throw new InvalidInput(`Content-Encoding ${encoding} is not understood. Send gzip, deflate, br or nothing.`);
  const unpack = unpackers[encoding as keyof typeof unpackers]();
  body.once("error", (error) => unpack.destroy(error));
  return body.pipe(unpack);
}
