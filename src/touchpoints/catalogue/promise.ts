import type { PromiseRule } from "../promise/rule.ts";
import { catalogueId } from "./catalogue-id.ts";

/** What we promise at a touchpoint, in words for people and as a rule, for a stretch of time. */
export type TouchpointPromise = {
  readonly id: string;
  readonly touchpointId: string;
  readonly wording: string;
  readonly rule: PromiseRule;
  readonly validFrom: Date;
  readonly validUntil: Date | null;
};

export function promiseId(touchpointCode: string, wording: string): string {
  return catalogueId("promise", touchpointCode, wording);
}
