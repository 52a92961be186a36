import type { IncomingHttpHeaders } from "node:http";
import type { Actor } from "../context.ts";

/** Knows who is behind a key or a session. Answers at once when it remembers, so that the usual request waits for nothing. */
export type Doorkeeper = {
  readonly ofKey: (text: string) => Answer;
  readonly ofSession: (token: string) => Answer;
};

type Answer = Actor | undefined | Promise<Actor | undefined>;

export const sessionCookie = "regulars_session";

export type Credential = { readonly by: "key" | "session"; readonly text: string };

/** A key wins over a session: a program that sends both means the key. */
export function credentialIn(headers: IncomingHttpHeaders): Credential | undefined {
  const key = keyIn(headers.authorization);
  if (key !== undefined) return { by: "key", text: key };
  const token = sessionIn(headers.cookie);
  return token === undefined ? undefined : { by: "session", text: token };
}

/** `Bearer KEY`, or Basic with the key as user, as Segment's clients send it. */
function keyIn(authorization: string | undefined): string | undefined {
  if (authorization === undefined) return undefined;
  if (/^bearer /i.test(authorization)) return authorization.slice(7).trim();
  if (!/^basic /i.test(authorization)) return undefined;
  return Buffer.from(authorization.slice(6), "base64").toString("latin1").split(":", 1)[0];
}

function sessionIn(cookies: string | undefined): string | undefined {
  return cookies
    ?.split(/; */)
    .find((cookie) => cookie.startsWith(`${sessionCookie}=`))
    ?.slice(sessionCookie.length + 1);
}

/** The token of the session that a request carries, whether it stands or not. */
export function sessionOf(request: { readonly headers: IncomingHttpHeaders }): string | undefined {
  return sessionIn(request.headers.cookie) || undefined;
}
