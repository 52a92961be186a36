import { freshnessOf, type CurrentFacts } from "../customers/index.ts";
import type { Card } from "./card.ts";
import { ordinal } from "./in-words.ts";
import { isFresh, type KnownNow } from "./known-now.ts";

type WorthAsking = Card["worthAsking"];

/** One thing at a time, over later visits; of somebody who is here for the first time nothing is demanded. */
export function worthAsking(
  facts: CurrentFacts,
  known: KnownNow,
  reachable: boolean,
  visitsBefore: number,
  now: number,
): WorthAsking {
  if (visitsBefore === 0) return null;
  const stale = [...facts]
    .filter(([name, fact]) => !isFresh(fact, now) && !known.has(name) && freshnessOf(name).scope === "person")
    .sort(([, a], [, b]) => a.freshUntil! - b.freshUntil!);
  const named = facts.has("name") || facts.has("forename") || facts.has("surname");
  if (!named) return { fact: "name", reason: `${ordinal(visitsBefore + 1)} visit, and we do not know the name` };
  if (stale[0])
    return {
      fact: stale[0][0],
      reason: `last said ${new Date(stale[0][1].observedAt).toISOString().slice(0, 10)}: is it still so?`,
    };
  if (!reachable && visitsBefore >= 2) return { fact: "email", reason: "no way to reach them if something goes wrong" };
  return null;
}
