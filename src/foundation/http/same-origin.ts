import type { FastifyRequest } from "fastify";

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * A browser says where a request comes from when it could change something. Another site's page must not act with the
 * session of whoever looks at it; SameSite on the cookie is the first guard, this the second. A key is never sent by accident.
 */
export function comesFromElsewhere(request: FastifyRequest, publicHost: string | undefined): boolean {
  if (safeMethods.has(request.method) || request.cameBy === "key") return false;
  const origin = request.headers.origin;
  if (origin !== undefined) return !isOurs(origin, request.host, publicHost);
  return request.cameBy === "session" && request.headers["sec-fetch-site"] !== "same-origin";
}

function isOurs(origin: string, host: string, publicHost: string | undefined): boolean {
  if (!URL.canParse(origin)) return false;
  const from = new URL(origin);
  return from.host === publicHost || from.host === written(`${from.protocol}//${host}`);
}

/** As a browser writes it: without the port that goes without saying. */
function written(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).host : undefined;
}
