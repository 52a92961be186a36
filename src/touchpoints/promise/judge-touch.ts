import { promisesAt, zoneAt, type Catalogue } from "../catalogue/catalogue.ts";
import { judge } from "./judge.ts";
import type { Circumstances, JudgedTouch, Judgement } from "./rule.ts";

/** Where a touch was: which promises hold for it, and what the clocks showed. */
export type TouchAt = JudgedTouch & { readonly touchpointId: string; readonly placeId: string | null };

export type PromiseJudged = Judgement & { readonly promiseId: string };

/** Judges every promise that was in force at the touch's time. */
export function judgeTouch(
  catalogue: Catalogue,
  touch: TouchAt,
  { knownBefore, asOf }: Omit<Circumstances, "zone">,
): readonly PromiseJudged[] {
  const promises = promisesAt(catalogue, touch.touchpointId, touch.at);
  if (promises.length === 0) return [];
  const circumstances = { zone: zoneAt(catalogue, touch.placeId), knownBefore, asOf };
  return promises.map(({ id, rule }) => ({ promiseId: id, ...judge(rule, touch, circumstances) }));
}
