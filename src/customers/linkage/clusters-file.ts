import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { InvalidInput } from "../../foundation/errors.ts";
import type { Clustering } from "../../statistics/linkage/index.ts";

type Write = (fields: readonly string[]) => string;

/**
 * Writes `id,cluster,weight` in the order of the table. A cluster is called by the id of its first record; the weight is how
 * much a record agrees with the others of its cluster, in bits, on average, and empty for one that is alone.
 * The file is there when it is whole: it is written beside and then renamed. "-" is standard output.
 */
export async function writeClusters(
  path: string,
  ids: readonly string[],
  clustering: Clustering,
  line: Write,
): Promise<void> {
  const rows = Readable.from(linesOf(ids, clustering, line));
  if (path === "-") return pipeline(rows, process.stdout, { end: false });
  const beside = `${path}.${process.pid}.part`;
  try {
    if (path.endsWith(".gz")) await pipeline(rows, createGzip(), createWriteStream(beside));
    else await pipeline(rows, createWriteStream(beside));
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw new InvalidInput(`${path} cannot be written: ${(error as Error).message}. Name another file with --out.`);
  }
}

const rowsAtOnce = 5000;

function* linesOf(ids: readonly string[], { clusters, weights }: Clustering, line: Write): Generator<string> {
  let text = "id,cluster,weight\n";
  for (let r = 0; r < ids.length; r++) {
    const weight = Number.isNaN(weights[r]!) ? "" : weights[r]!.toFixed(3);
    text += `${line([ids[r]!, ids[clusters[r]!]!, weight])}\n`;
    if (r % rowsAtOnce !== rowsAtOnce - 1) continue;
    yield text;
    text = "";
  }
  yield text;
}
