import { open, type FileHandle } from "node:fs/promises";
import { basename, join } from "node:path";
import { csvLine, safeForSpreadsheet } from "../csv/index.ts";
import { InvalidInput } from "../../foundation/errors.ts";
import type { Refused } from "./reading.ts";

/** Where the rows of `path` go that are not filed: beside it, else into the folder one is in. */
function placesFor(path: string): string[] {
  if (path === "-") return ["stdin.rejected.csv"];
  const beside = `${path.replace(/\.gz$/i, "").replace(/\.csv$/i, "")}.rejected.csv`;
  return [beside, join(process.cwd(), basename(beside))];
}

type Shape = { readonly header: readonly string[]; readonly delimiter: string; readonly exact: boolean };

/**
 * A file of rejected rows: the number of the line, the reason, and the columns as they came. Unless it is to be `exact`,
 * cells that a spreadsheet would run as a formula get an apostrophe. It is there only when a row was rejected.
 */
export class RejectedRows {
  readonly #places: readonly string[];
  readonly #shape: Shape;
  #waiting: string[] = [];
  #file: FileHandle | undefined;
  path: string | undefined;

  constructor(source: string, shape: Shape) {
    this.#places = placesFor(source);
    this.#shape = shape;
  }

  add({ row, because }: Refused): void {
    this.#waiting.push(this.#line([String(row.line), because, ...row.fields]));
  }

  /** How many rows wait to be written. */
  get waiting(): number {
    return this.#waiting.length;
  }

  async write(): Promise<void> {
    if (this.#waiting.length === 0) return;
    const lines = this.#waiting;
    this.#waiting = [];
    this.#file ??= await this.#open();
    await this.#file.appendFile(lines.join(""));
  }

  async close(): Promise<void> {
    await this.write();
    await this.#file?.close();
  }

  async #open(): Promise<FileHandle> {
    for (const place of this.#places) {
      const file = await open(place, "w").catch(() => undefined);
      if (!file) continue;
      this.path = place;
      await file.appendFile(this.#line(["rejected_line", "rejected_because", ...this.#shape.header]));
      return file;
    }
    throw new InvalidInput(`Rejected rows can be written neither to ${this.#places.join(" nor to ")}.`);
  }

  #line(fields: readonly string[]): string {
    const { exact, delimiter } = this.#shape;
    return `${csvLine(exact ? fields : fields.map(safeForSpreadsheet), delimiter)}\n`;
  }
}
