import { randomBytes } from "node:crypto";
import { open, rm, type FileHandle } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseTrouble } from "../../foundation/errors.ts";

/** Where bytes stand that were put aside. */
export type Aside = { readonly at: number; readonly length: number };

/**
 * Bytes that memory has no room for, on disk. The file has no name from the moment it is open, so that it is gone
 * however the program ends.
 */
export class Spill {
  #file: FileHandle | undefined;
  #end = 0;

  async write(pieces: readonly Buffer[]): Promise<Aside[]> {
    this.#file ??= await namelessFile();
    let at = this.#end;
    const aside = pieces.map(({ length }) => ({ at: (at += length) - length, length }));
    await this.#file.writev(pieces, this.#end).catch(noRoom);
    this.#end = at;
    return aside;
  }

  async read({ at, length }: Aside): Promise<Buffer> {
    const bytes = Buffer.allocUnsafe(length);
    await this.#file!.read(bytes, 0, length, at);
    return bytes;
  }

  async close(): Promise<void> {
    await this.#file?.close();
    this.#file = undefined;
  }
}

async function namelessFile(): Promise<FileHandle> {
  const path = join(tmpdir(), `regulars-import-${randomBytes(9).toString("base64url")}`);
  const file = await open(path, "wx+", 0o600).catch(noRoom);
  await rm(path);
  return file;
}

function noRoom(error: unknown): never {
  const remedy = "Make room there, or set TMPDIR to a folder with as much as the unpacked file.";
  throw new DatabaseTrouble(`Rows cannot be put aside in ${tmpdir()}: ${(error as Error).message}. ${remedy}`);
}
