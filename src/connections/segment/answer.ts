import { InvalidInput, Refusal, type Problem } from "../../foundation/errors.ts";
import type { ArrivalVerdict } from "../arriving/index.ts";

type Body = { readonly success: boolean; verdicts: ArrivalVerdict[] };

type Asking = { readonly headers: Readonly<Record<string, unknown>> };
type Answering = { status(code: number): unknown };

function isStrict({ headers }: Asking): boolean {
  return headers["x-strict-mode"] === "1";
}

/**
 * 200 whatever became of the calls, as Segment answers. In strict mode a body of which nothing could be kept is refused,
 * and one of which only a part could is answered with 207.
 */
export function answerVerdicts(request: Asking, reply: Answering, verdicts: ArrivalVerdict[]): Body {
  const rejected = verdicts.filter(({ verdict }) => verdict === "rejected");
  if (rejected.length === 0 || !isStrict(request)) return { success: true, verdicts };
  if (rejected.length === verdicts.length) throw new InvalidInput(inWords(rejected), rejected.map(problemOf));
  reply.status(207);
  return { success: false, verdicts };
}

function inWords(rejected: readonly ArrivalVerdict[]): string {
  return rejected.length === 1
    ? `The call was rejected: ${rejected[0]!.reason}.`
    : `All ${rejected.length} calls were rejected.`;
}

function problemOf({ index, reason }: ArrivalVerdict): Problem {
  return { pointer: `#/batch/${index}`, detail: reason ?? "rejected" };
}

/** Segment answers 400 to what is too large; strict mode keeps the code for it. Everything else is answered as everywhere. */
export function answerRefusal(error: Error & { statusCode?: number }, request: Asking): never {
  const isTooLarge = error instanceof Refusal ? error.code === "too-large" : error.statusCode === 413;
  throw isTooLarge && !isStrict(request) ? new InvalidInput(error.message) : error;
}
