import { createHash } from "node:crypto";

/** The number of a message that has none: what it says, hashed. */
export function messageIdOf(...said: readonly string[]): string {
  return `row ${createHash("sha256").update(JSON.stringify(said)).digest("base64url").slice(0, 27)}`;
}
