import { promisesAt, zoneAt, type Catalogue } from "../catalogue/catalogue.ts";
import { judge } from "./judge.ts";
import type { Judgement, PromiseRule } from "./rule.ts";
import type { StandingTouch } from "./standing-touches.ts";

export type PromiseJudged = Judgement & { readonly touch: StandingTouch; readonly promiseId: string };

/**
 * Judges what was promised at a touch's time, as far as the touch alone can tell: when it is filed, when it falls due, and
 * when the catalogue says otherwise. What was asked is judged with the whole customer in view, elsewhere.
 */
export function judgeTouch(catalogue: Catalogue, touch: StandingTouch, asOf: Date): PromiseJudged[] {
  if (touch.cancelled) return [];
  const circumstances = { zone: zoneAt(catalogue, touch.placeId), asOf };
  return promisesAt(catalogue, touch.touchpointId, touch.at)
    .filter(({ rule }) => concerns(rule, touch))
    .map(({ id, rule }) => ({ touch, promiseId: id, ...judge(rule, touch, circumstances) }));
}

// An order without a promised date is no broken promise and no open one; a wait that nobody measured is worth knowing.
function concerns(rule: PromiseRule, touch: StandingTouch): boolean {
  return rule.kind === "delivered" ? touch.promisedAt !== null : rule.kind === "served";
}
