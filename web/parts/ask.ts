/** What the server says when it cannot do as asked: RFC 9457 problem details. */
type ProblemDetails = {
  code?: string;
  title?: string;
  detail?: string;
  errors?: { pointer: string; detail: string }[];
};

/** An answer that is no answer. `status` is 0 when the server could not be reached. */
export class Trouble extends Error {
  readonly status: number;
  readonly code: string;
  /** Field name → what is wrong with it. */
  readonly fields: Readonly<Record<string, string>>;

  constructor(status: number, problem: ProblemDetails) {
    super(problem.detail ?? problem.title ?? "Something went wrong on the server. Try again in a moment.");
    this.status = status;
    this.code = problem.code ?? "";
    this.fields = Object.fromEntries((problem.errors ?? []).map((e) => [e.pointer.replace(/^#\//, ""), e.detail]));
  }
}

export function isUnreachable(error: unknown): boolean {
  return error instanceof Trouble && error.status === 0;
}

export function isNotSignedIn(error: unknown): boolean {
  return error instanceof Trouble && error.status === 401;
}

type Asking = { method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE"; body?: unknown; signal?: AbortSignal };

/** One request to our own server. Throws a Trouble whose text can be shown as it is. */
export async function ask<Answer>(path: string, asking: Asking = {}): Promise<Answer> {
  const response = await send(path, asking);
  if (response.status === 204) return undefined as Answer;
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw new Trouble(response.status, (body ?? {}) as ProblemDetails);
  return body as Answer;
}

async function send(path: string, { method = "GET", body, signal }: Asking): Promise<Response> {
  try {
    return await fetch(path, {
      method,
      credentials: "same-origin",
      headers: { accept: "application/json", ...(body === undefined ? {} : { "content-type": "application/json" }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Trouble(0, { detail: "There is no connection to the server. What you typed is kept; try again." });
  }
}

/** `path?name=value&…`, leaving out what is not set. */
export function withQuery(
  path: string,
  query: Readonly<Record<string, string | number | boolean | null | undefined>>,
): string {
  const set = Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== "");
  return set.length === 0 ? path : `${path}?${new URLSearchParams(set.map(([name, value]) => [name, String(value)]))}`;
}
