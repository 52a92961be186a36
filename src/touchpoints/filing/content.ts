import { createHash } from "node:crypto";
import { uuidFromBytes } from "../../foundation/ids.ts";

/** A hash of what was said, whatever the order of its fields; fields that are undefined were not said. */
export function contentId(said: unknown): string {
  return uuidFromBytes(digest(said));
}

/** The same in 63 bits, as text, for lines: they stand within one touch. */
export function contentKey(said: unknown): string {
  return (digest(said).readBigUInt64BE(0) >> 1n).toString();
}

function digest(said: unknown): Buffer {
  return createHash("sha256").update(canonical(said)).digest();
}

function canonical(said: unknown): string {
  if (Array.isArray(said)) return `[${said.map(canonical).join()}]`;
  if (typeof said !== "object" || said === null) return JSON.stringify(said) ?? "null";
  const fields = Object.entries(said).filter(([, value]) => value !== undefined);
  fields.sort(([x], [y]) => (x < y ? -1 : x > y ? 1 : 0));
  return `{${fields.map(([name, value]) => `${JSON.stringify(name)}:${canonical(value)}`).join()}}`;
}
