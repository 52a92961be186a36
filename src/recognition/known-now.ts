import {
  currentFacts,
  knownAt,
  kindOfStrength,
  nameFrom,
  statements,
  toldByIdentifier,
  type CurrentFacts,
  type SourceRank,
  type Telling,
} from "../customers/index.ts";
import type { KnownFact } from "./card.ts";
import type { Gathered, KnownIdentity } from "./gather.ts";

export type KnownAnswer = KnownFact & { readonly value: string | null };

/** What need not be asked at this moment, by name, with the answer. */
export type KnownNow = ReadonlyMap<string, KnownAnswer>;

/** Facts that are still fresh, and identifiers, which count as facts; of each the value to go by among the fresh ones. */
export function knownNow(
  { facts, identities }: Gathered,
  current: CurrentFacts,
  rank: SourceRank,
  now: number,
): KnownNow {
  const fresh = statements(facts).filter((fact) => isFresh(fact, now));
  const best = fresh.length === facts.length ? current : currentFacts(fresh, rank);
  const shown = identities.flatMap(({ kind, scope, firstSeen }) => toldByIdentifier(kind, scope, firstSeen) ?? []);
  const known = new Map<string, KnownAnswer>();
  for (const [name, telling] of knownAt([...facts, ...shown], now)) {
    const fact = best.get(name);
    if (fact) known.set(name, { ...inWriting(fact), value: fact.value });
    else known.set(name, { ...inWriting(telling), value: valueOf(name, best, identities) });
  }
  return known;
}

export function isFresh({ freshUntil }: Pick<Telling, "freshUntil">, now: number): boolean {
  return freshUntil === null || freshUntil > now;
}

function inWriting({ name, since, source, freshUntil }: Telling): KnownFact {
  return { fact: name, since: iso(since), source, freshUntil: freshUntil === null ? null : iso(freshUntil) };
}

/** The address they wrote from, the name from its parts; null where only parts of the answer are there. */
function valueOf(name: string, best: CurrentFacts, identities: readonly KnownIdentity[]): string | null {
  if (name === "name") return nameFrom(best);
  if (name === "address") return inParts(best, ["streetNumber", "street", "street2", "postcode", "city"]);
  const first = identities
    .filter(({ kind }) => kindOfStrength(kind) === name)
    .sort((a, b) => a.firstSeen - b.firstSeen || (a.id < b.id ? -1 : 1))[0];
  return first?.value ?? null;
}

function inParts(best: CurrentFacts, names: readonly string[]): string {
  return names.flatMap((name) => best.get(name)?.value ?? []).join(", ");
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
