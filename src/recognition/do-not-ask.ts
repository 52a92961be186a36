import { kindOfStrength, type CurrentFacts, type ToldFact } from "../customers/index.ts";
import type { KnownFact } from "./card.ts";
import type { KnownIdentity } from "./gather.ts";

/** Everything we know already, by name: facts that are still fresh, and identifiers, which count as facts. */
export function doNotAsk(facts: CurrentFacts, identities: readonly KnownIdentity[], now: number): KnownFact[] {
  const known = new Map<string, KnownFact>();
  for (const { kind, scope, firstSeen } of identities) {
    const fact = factOfKind[kindOfStrength(kind)];
    if (fact === undefined) continue;
    const before = known.get(fact);
    if (before && Date.parse(before.since) <= firstSeen) continue;
    known.set(fact, { fact, since: iso(firstSeen), source: scope || "used with us", freshUntil: null });
  }
  for (const [name, fact] of facts) {
    if (!isFresh(fact, now)) continue;
    known.set(name, {
      fact: name,
      since: iso(fact.since),
      source: fact.source,
      freshUntil: fact.freshUntil === null ? null : iso(fact.freshUntil),
    });
  }
  return [...known.values()].sort((a, b) => (a.fact < b.fact ? -1 : 1));
}

const factOfKind: Readonly<Record<string, string | undefined>> = {
  email: "email",
  phone: "phone",
  card: "card",
  loyalty: "loyalty",
};

export function isFresh(fact: ToldFact, now: number): boolean {
  return fact.freshUntil === null || fact.freshUntil > now;
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
