import crypto, { createHash, createHmac, randomBytes } from "node:crypto";

/** 16 bytes as a version-8 UUID (RFC 9562): our own content, with version and variant bits set. */
export function uuidFromBytes(bytes: Buffer): string {
  const hex = bytes.toString("hex", 0, 16);
  const variant = ((Number.parseInt(hex[16]!, 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const separator = "\x1f";

/** A lasting id for something named by these parts. Parts hold no control characters. */
export function keyedId(key: Buffer, ...parts: readonly string[]): string {
  return uuidFromBytes(createHmac("sha256", key).update(parts.join(separator)).digest());
}

/** The same without a key, for what is no secret: places, touchpoints, items. */
export function namedId(...parts: readonly string[]): string {
  return uuidFromBytes(sha256(parts.join(separator)));
}

/** In one call where Node has it (20.12): half the time of a hash object, and every record needs several. */
export const sha256: (text: string) => Buffer =
  typeof crypto.hash === "function"
    ? (text) => crypto.hash("sha256", text, "buffer")
    : (text) => createHash("sha256").update(text).digest();

export function randomId(): string {
  return uuidFromBytes(randomBytes(16));
}
