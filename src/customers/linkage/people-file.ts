import { InvalidInput, WrongUsage } from "../../foundation/errors.ts";
import { PeopleBeingRead } from "./people.ts";

/** A table as the reader of files hands it over: rows under a header. */
export type PeopleFile = {
  readonly path: string;
  readonly header: readonly string[];
  readonly rows: AsyncIterable<
    readonly { readonly line: number; readonly fields: readonly string[]; readonly problem?: string }[]
  >;
  warnings(): string[];
};

/** Which column holds the id and which a field. */
export type PeopleColumns = {
  readonly id: number;
  readonly fields: readonly (readonly [field: string, column: number])[];
};

export type PeopleRead = {
  readonly ids: readonly string[];
  readonly people: PeopleBeingRead;
  readonly warnings: readonly string[];
};

type ReadDate = (text: string) => string;

/** Reads everybody. An id that is missing or there twice is refused, because an answer could not be told apart. */
export async function readPeople(file: PeopleFile, columns: PeopleColumns, readDate?: ReadDate): Promise<PeopleRead> {
  const people = new PeopleBeingRead(columns.fields.map(([field]) => field));
  const lines = new Map<string, number>();
  const unreadable: number[] = [];
  for await (const rows of file.rows) {
    for (const { line, fields, problem } of rows) {
      if (problem !== undefined) unreadable.push(line);
      else {
        keepId((fields[columns.id] ?? "").trim(), line, lines);
        people.add(columns.fields.map(([field, column]) => valueOf(field, fields[column] ?? "", readDate)));
      }
    }
  }
  return { ids: [...lines.keys()], people, warnings: [...file.warnings(), ...aboutUnreadable(unreadable)] };
}

function valueOf(field: string, text: string, readDate: ReadDate | undefined): string {
  return field === "birth_date" && readDate ? readDate(text.trim()) : text;
}

function keepId(id: string, line: number, lines: Map<string, number>): void {
  if (id === "") throw new InvalidInput(`Line ${line} has no id. Every row needs one: name another column with --id.`);
  const before = lines.get(id);
  if (before !== undefined)
    throw new InvalidInput(
      `Lines ${before} and ${line} both have the id "${id}". Ids must differ: name another column with --id.`,
    );
  lines.set(id, line);
}

function aboutUnreadable(lines: readonly number[]): string[] {
  if (lines.length === 0) return [];
  const some = lines.slice(0, 5).join(", ");
  return [
    `${lines.length} rows cannot be read as columns and are left out: line ${some}${lines.length > 5 ? ", …" : ""}.`,
  ];
}

type Find = (name: string, header: readonly string[]) => number;

/** `pairs` is what --map says; `find` knows where a column stands, or refuses. */
export function peopleColumns(
  pairs: readonly (readonly [string, string])[],
  id: string,
  header: readonly string[],
  find: Find,
): PeopleColumns {
  const seen = new Set<string>();
  for (const [field] of pairs) {
    if (field === "") throw new WrongUsage("--map is field=column,…, and a field needs a name.");
    if (seen.has(field)) throw new WrongUsage(`--map names ${field} twice.`);
    seen.add(field);
  }
  const fields = pairs
    .filter(([, column]) => column !== "")
    .map(([field, column]) => [field, find(column, header)] as const);
  if (fields.length === 0)
    throw new WrongUsage(`Say what to compare: --map forename=COLUMN,…. The file has: ${header.join(", ")}.`);
  return { id: find(id, header), fields };
}
