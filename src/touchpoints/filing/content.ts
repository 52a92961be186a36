import { sha256, uuidFromBytes } from "../../foundation/ids.ts";

/** A hash of what was said. */
export function contentId(said: readonly unknown[]): string {
  return uuidFromBytes(sha256(JSON.stringify(said)));
}

/** The same in 63 bits, as text, for lines: they stand within one touch. */
export function contentKey(said: readonly unknown[]): string {
  return (sha256(JSON.stringify(said)).readBigUInt64BE(0) >> 1n).toString();
}

/** Two such numbers of one hash, of what is JSON already: every line of every order needs both. */
export function contentKeys(said: string): readonly [bigint, bigint] {
  const digest = sha256(said);
  return [digest.readBigUInt64BE(0) >> 1n, digest.readBigUInt64BE(8) >> 1n];
}

/** Fields in one order, whatever the order they came in; what is undefined was not said. */
export function fieldsOf(said: object | undefined): readonly unknown[] {
  const fields = Object.entries(said ?? {}).filter(([, value]) => value !== undefined);
  return fields.sort(([x], [y]) => (x < y ? -1 : 1));
}
