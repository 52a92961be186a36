import { createHash, randomBytes } from "node:crypto";

/** 256 random bits: nobody finds one by trying, so a plain hash keeps it. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What is stored. A copy of the database lets nobody in. */
export function hashOf(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}
