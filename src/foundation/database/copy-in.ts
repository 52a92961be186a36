import pg from "pg";

/** What pg hands to a query whose turn it is to be sent. */
type Wire = {
  readonly stream: { cork(): void; uncork(): void };
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
};

/**
 * COPY with its rows right behind it, without waiting to be asked for them: PostgreSQL drops them when it refuses the
 * COPY, so it can stand among other statements that are sent without waiting. The rows are in memory anyhow.
 */
export class CopyIn extends pg.Query {
  /** pg fails a COPY that nobody expects; this one is on its way already. */
  readonly handleCopyInResponse = (): void => {};
  override readonly submit: (wire: unknown) => null;

  constructor(target: string, rows: Iterable<string>, answered: (error: Error | undefined) => void) {
    const text = `copy ${target} from stdin`;
    super({ text }, undefined, (error) => answered(error ?? undefined));
    this.submit = (wire) => {
      send(wire as Wire, text, rows);
      return null;
    };
  }
}

function send(wire: Wire, text: string, rows: Iterable<string>): void {
  wire.stream.cork();
  wire.query(text);
  for (const chunk of inChunks(rows)) wire.sendCopyFromChunk(Buffer.from(chunk));
  wire.endCopyFrom();
  wire.stream.uncork();
}

const chunkLength = 64 * 1024;

/** Rows one by one would be written one by one; a chunk of many costs hardly more than one of them. */
function* inChunks(rows: Iterable<string>): Generator<string> {
  let chunk = "";
  for (const row of rows) {
    chunk += row;
    if (chunk.length < chunkLength) continue;
    yield chunk;
    chunk = "";
  }
  if (chunk !== "") yield chunk;
}
