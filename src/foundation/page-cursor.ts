import { InvalidInput } from "./errors.ts";

/** Where a page of a list ended that goes from the newest to the oldest: the time and id of its last row. */
export function afterRow({ at, id }: { readonly at: Date; readonly id: string }): string {
  return `${at.toISOString()}_${id}`;
}

/** The binds of `(at, id) < (…)`; without a cursor, those before which every row stands. */
export function whereCursorStands(cursor: string | undefined): readonly [at: string, id: string] {
  if (cursor === undefined) return ["infinity", "ffffffff-ffff-ffff-ffff-ffffffffffff"];
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(cursor);
  if (match && !Number.isNaN(Date.parse(match[1]!))) return [match[1]!, match[2]!];
  throw new InvalidInput("This cursor is none of ours.", [
    { pointer: "#/cursor", detail: "must be `next` of the page before" },
  ]);
}
