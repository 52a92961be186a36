import { Type, type Static } from "typebox";

/**
 * A number and how far it can be trusted: the 95 % interval and the number of observations behind it.
 * There is no estimate without an interval: what cannot be said is said in words instead (`CannotSay`).
 */
export const Estimate = Type.Object(
  { value: Type.Number(), low: Type.Number(), high: Type.Number(), n: Type.Integer({ minimum: 0 }) },
  { additionalProperties: false },
);
export type Estimate = Static<typeof Estimate>;

/** Why no number is given, as a sentence that may stand on a screen. */
export const CannotSay = Type.Object({ cannotSay: Type.String() }, { additionalProperties: false });
export type CannotSay = Static<typeof CannotSay>;

/** What every door answers wherever a figure appears. */
export const EstimateOrNot = Type.Union([Estimate, CannotSay]);
export type EstimateOrNot = Static<typeof EstimateOrNot>;

export function cannotSay(reason: string): CannotSay {
  return { cannotSay: reason };
}

export function canSay(estimate: EstimateOrNot): estimate is Estimate {
  return "value" in estimate;
}
