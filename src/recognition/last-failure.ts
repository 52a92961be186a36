import type { Catalogue } from "../touchpoints/index.ts";
import type { NotKept, SeenTouch } from "./gather.ts";
import { codeOf, wordingOf } from "./names.ts";

export type Failure = { readonly what: string; readonly at: string; readonly healed: boolean };

/** Touchpoints at which something is put right. */
const recoveryCodes: ReadonlySet<string> = new Set(["recovery", "put right", "apology", "gesture"]);

/**
 * The latest promise that was broken. It is healed when the customer was later met at a touchpoint where things are put
 * right: a plain visit afterwards proves nothing.
 */
export function lastFailureIn(
  notKept: readonly NotKept[],
  touches: readonly SeenTouch[],
  catalogue: Catalogue,
): Failure | null {
  const failure = notKept.find(({ verdict }) => verdict === "broken");
  if (!failure) return null;
  const at = Date.parse(failure.at);
  const healed = touches.some((touch) => touch.at > at && recoveryCodes.has(codeOf(catalogue, touch.touchpointId)));
  const what = failure.says ?? `Not kept: ${wordingOf(catalogue, failure.touchpoint, failure.promise)}`;
  return { what, at: new Date(at).toISOString(), healed };
}
