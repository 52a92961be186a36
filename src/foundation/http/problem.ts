import { Refusal, type Problem } from "../errors.ts";

/** RFC 9457. `type` is lasting and made of the code, so that a program can act on it. */
export type ProblemDetails = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly instance?: string;
  readonly errors?: readonly Problem[];
};

/** The one place where codes become HTTP. */
const kinds: Readonly<Record<string, readonly [status: number, title: string]>> = {
  "invalid-input": [400, "Something in the request is not right"],
  "wrong-usage": [400, "Something in the request is not right"],
  "not-signed-in": [401, "Nobody is signed in"],
  "not-allowed": [403, "Not allowed"],
  "not-found": [404, "Nothing is here"],
  conflict: [409, "This does not fit with what is there"],
  "too-large": [413, "Too large"],
  "unknown-media-type": [415, "This kind of content is not understood here"],
  "wrong-host": [421, "This server has another name"],
  "too-many-requests": [429, "Too many requests"],
  "headers-too-large": [431, "The request's headers are too large"],
  "our-fault": [500, "Something went wrong on our side"],
  "wrong-settings": [500, "The installation's settings are wrong"],
  "database-trouble": [503, "The database cannot be reached"],
  "looks-stopped": [503, "Looks at customers are stopped"],
};

export function problemDetails(code: string, detail: string, errors: readonly Problem[] = []): ProblemDetails {
  const [status, title] = kinds[code] ?? [400, "Not possible"];
  return { type: `urn:regulars:problem:${code}`, title, status, detail, code, ...(errors.length > 0 && { errors }) };
}

export function problemOfRefusal(refusal: Refusal): ProblemDetails {
  return problemDetails(refusal.code, refusal.message, refusal.problems);
}
