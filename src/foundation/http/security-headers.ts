/** For answers that are data: they are read by programs, kept by nobody and shown in no page. */
export const headersOfData: Readonly<Record<string, string>> = {
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "cross-origin-resource-policy": "same-origin",
  "x-content-type-options": "nosniff",
};

const pagePolicy = [
  "default-src 'self'",
  "base-uri 'none'",
  "connect-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "img-src 'self' data: blob:",
  "object-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
].join("; ");

/** For the web app: its own scripts and styles, nothing inline, nothing from elsewhere. */
export const headersOfPages: Readonly<Record<string, string>> = {
  "content-security-policy": pagePolicy,
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(self), geolocation=(), microphone=(), payment=()",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
};

/** Only where the connection is encrypted: on plain http it would lock an installation in a shop's network out. */
export const headerOfEncrypted: readonly [string, string] = ["strict-transport-security", "max-age=31536000"];
