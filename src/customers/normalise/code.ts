const longest = 255;
const forbidden = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u;

/**
 * A user id, loyalty number, booking, card token or device as one spelling. Case stays: two accounts may differ by it alone.
 * Null: empty, longer than 255, or with control characters, which would blur where an identity's parts end.
 */
export function normaliseCode(text: string): string | null {
  if (text.length > 4 * longest) return null;
  const code = text.normalize("NFC").trim();
  return code.length > 0 && code.length <= longest && !forbidden.test(code) ? code : null;
}
