/** A fact as somebody stated it, by the one spelling of its name. Times are milliseconds since 1970. */
export type ToldFact = {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly source: string;
  readonly scope: string;
  readonly since: number;
  readonly observedAt: number;
  readonly freshUntil: number | null;
};

/** The place of a source among those that are believed first: 0 is the best. Sources nobody ranked are equal. */
export type SourceRank = (source: string) => number;

export type CurrentFacts = ReadonlyMap<string, ToldFact>;

/**
 * Of each fact the value we go by: from the source that is believed first, then the one stated last, then by its hash.
 * Whether it is still fresh is no part of the choice: the best we know stays the best we know until somebody says better.
 */
export function currentFacts(facts: Iterable<ToldFact>, rank: SourceRank): CurrentFacts {
  const current = new Map<string, ToldFact>();
  for (const fact of statements(facts)) {
    const known = current.get(fact.name);
    if (!known || isBetter(fact, known, rank)) current.set(fact.name, fact);
  }
  return current;
}

/** What one source says, once: of what goes stale the database keeps a row for each period in which it was said. */
export function statements(facts: Iterable<ToldFact>): ToldFact[] {
  const said = new Map<string, ToldFact>();
  for (const fact of facts) {
    const key = [fact.name, fact.value, fact.source].join("\u001f");
    const before = said.get(key);
    said.set(key, before ? together(before, fact) : fact);
  }
  return [...said.values()];
}

function together(one: ToldFact, other: ToldFact): ToldFact {
  const last =
    one.observedAt > other.observedAt || (one.observedAt === other.observedAt && one.id > other.id) ? one : other;
  return { ...last, since: Math.min(one.since, other.since) };
}

function isBetter(fact: ToldFact, than: ToldFact, rank: SourceRank): boolean {
  const [x, y] = [rank(fact.source), rank(than.source)];
  if (x !== y) return x < y;
  return fact.observedAt !== than.observedAt ? fact.observedAt > than.observedAt : fact.id > than.id;
}

/** The full name as it was told, or put together from its parts. */
export function nameFrom(facts: CurrentFacts): string | null {
  const whole = facts.get("name")?.value;
  if (whole) return whole;
  const parts = [facts.get("forename")?.value, facts.get("surname")?.value].filter((part) => part);
  return parts.length > 0 ? parts.join(" ") : null;
}

/** How the name is said: only as somebody told us. */
export function sayItFrom(facts: CurrentFacts): string | null {
  return (facts.get("sayIt") ?? facts.get("pronunciation"))?.value ?? null;
}
