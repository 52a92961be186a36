import { freshnessOf } from "../customers/index.ts";
import type { KnownFact } from "./card.ts";
import type { KnownNow } from "./known-now.ts";

/** Everything that need not be asked: known, still fresh, and true of the person and not of one visit. */
export function doNotAsk(known: KnownNow): KnownFact[] {
  return [...known.values()]
    .filter(({ fact }) => freshnessOf(fact).scope === "person")
    .map(({ fact, since, source, freshUntil }) => ({ fact, since, source, freshUntil }))
    .sort((a, b) => (a.fact < b.fact ? -1 : 1));
}
