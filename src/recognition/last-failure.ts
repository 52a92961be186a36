import { touchpointAt, type Catalogue } from "../touchpoints/index.ts";
import type { NotKept, SeenTouch } from "./gather.ts";
import { wordingOf } from "./names.ts";

export type Failure = { readonly what: string; readonly at: string; readonly healed: boolean };

/**
 * The latest promise that was broken. It is healed when the customer was later met at a touchpoint of which the catalogue
 * said then that it heals. A plain visit afterwards proves nothing, nor does an order that came in time: that is what was
 * promised anyway. A refund may be what went wrong as well as what put it right: the owner says so of "return".
 */
export function lastFailureIn(
  notKept: readonly NotKept[],
  touches: readonly SeenTouch[],
  catalogue: Catalogue,
): Failure | null {
  const failure = notKept.find(({ verdict }) => verdict === "broken");
  if (!failure) return null;
  const at = Date.parse(failure.at);
  const healed = touches.some((touch) => touch.at > at && heals(touch, catalogue));
  const what = failure.says ?? `Not kept: ${wordingOf(catalogue, failure.touchpoint, failure.promise)}`;
  return { what, at: new Date(at).toISOString(), healed };
}

function heals({ touchpointId, at }: SeenTouch, catalogue: Catalogue): boolean {
  return touchpointAt(catalogue, touchpointId, new Date(at))?.heals ?? false;
}
