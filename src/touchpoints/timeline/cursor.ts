import { InvalidInput } from "../../foundation/errors.ts";

/** Where a page ended: the sort values of its last row, as text. */
export function cursorAfter(...parts: readonly string[]): string {
  return Buffer.from(JSON.stringify(parts)).toString("base64url");
}

const moment = /^\d{4,6}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?[+-]\d\d(:\d\d)?$/;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A time and so many ids; anything else did not come from us. */
export function readCursor(cursor: string, ids: number): readonly string[] {
  const parts = parsed(cursor);
  const [at, ...rest] = parts;
  if (at !== undefined && moment.test(at) && rest.length === ids && rest.every((id) => uuid.test(id))) return parts;
  throw new InvalidInput("This cursor is not one of ours. Take `next` of the page before, or leave it out.", [
    { pointer: "/cursor", detail: "not a cursor" },
  ]);
}

function parsed(cursor: string): readonly string[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    return Array.isArray(parts) ? parts.map(String) : [];
  } catch {
    return [];
  }
}
