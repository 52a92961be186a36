import { cannotSay, type EstimateOrNot } from "./estimate.ts";
import { gammaQuantile } from "./gamma.ts";

/** What was counted: how often it happened, and the sum over customers of the square of how often to each. */
export type Clustered = { readonly events: number; readonly squares: number };

/**
 * How often does something happen in so many occasions, and how sure are we?
 *
 *   d = max(1, Σ xᵢ² / Σ xᵢ)      low = d·G⁻¹(.025; x/d) / n      high = d·G⁻¹(.975; x/d + 1) / n
 *
 * Garwood's interval for a Poisson count (1936), G⁻¹ the quantile of the gamma distribution. It is exact when events come
 * one by one. Here they come in bunches: one form asks for five things, one customer is asked every week. So the count is
 * taken as x/d independent bunches of size d, which is the variance of a sum over customers, each seldom concerned.
 * A rate may lie above one an occasion. n is the number of occasions; what is given is per `per` of them.
 */
export function rate({ events, squares }: Clustered, occasions: number, per = 1): EstimateOrNot {
  if (!(occasions > 0)) return cannotSay("nothing was counted yet");
  const bunch = events > 0 ? Math.max(1, squares / events) : 1;
  const bunches = events / bunch;
  const unit = (bunch * per) / occasions;
  return {
    value: (events * per) / occasions,
    low: bunches === 0 ? 0 : unit * gammaQuantile(0.025, bunches),
    high: unit * gammaQuantile(0.975, bunches + 1),
    n: occasions,
  };
}
