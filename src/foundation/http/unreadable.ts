import type { Socket } from "node:net";
import { problemDetails } from "./problem.ts";

/** What is no HTTP, or headers beyond all measure: there is no request to answer, so the answer is written by hand. */
export function refuseUnreadable(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === "ECONNRESET" || !socket.writable) return void socket.destroy();
  const tooLarge = error.code === "HPE_HEADER_OVERFLOW";
  const problem = tooLarge
    ? problemDetails("headers-too-large", "The headers of a request may be 16 kB together.")
    : problemDetails("invalid-input", "This is no HTTP request.");
  const body = JSON.stringify(problem);
  socket.end(
    `HTTP/1.1 ${problem.status} ${problem.title}\r\nContent-Type: application/problem+json\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}
