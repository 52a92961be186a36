import type { Server } from "node:http";
import { isIP } from "node:net";
import type { FastifyRequest } from "fastify";

/** From this machine itself, as the connection shows, and through no proxy that says so. */
export function comesFromThisMachine({ headers, socket }: Pick<FastifyRequest, "headers" | "socket">): boolean {
  const forwarded = headers["x-forwarded-for"] ?? headers["x-real-ip"] ?? headers.forwarded;
  return forwarded === undefined && isLoopback(socket.remoteAddress ?? "");
}

/** Can only this machine reach the server? Asked of the socket it listens on, not of a setting. */
export function listensHereOnly(server: Pick<Server, "address">): boolean {
  const listening = server.address();
  return typeof listening === "object" && listening !== null && isLoopback(listening.address);
}

export function isLoopback(address: string): boolean {
  const plain = address.replace(/^::ffff:/, "");
  return plain === "::1" || (isIP(plain) === 4 && plain.startsWith("127."));
}
