import type { Context } from "../foundation/context.ts";
import { freshnessOf } from "./facts/index.ts";
import { knownFacts, knownIdentities, knownPairs } from "./known.ts";
import {
  earliestSeen,
  earliestShown,
  foldFacts,
  pairKey,
  type FoldedFact,
  type Revision,
  type Seen,
  type Shown,
} from "./revision.ts";

/** What of a revision nobody knew before; a batch about known people has none. */
export type News = {
  readonly added: readonly Shown[];
  /** Known, but first seen earlier now. */
  readonly earlier: readonly Shown[];
  readonly seen: readonly Seen[];
  readonly facts: FactNews;
};

export type FactNews = {
  /** Rows to write: new facts, and known ones stated earlier or later than so far. */
  readonly stated: readonly FoldedFact[];
  /** Identities of which something is known that was not, or earlier or longer than it was. */
  readonly told: readonly string[];
  /** Identities with a new name or birth date, which is evidence. */
  readonly renamed: readonly string[];
};

export async function newsIn(ctx: Context, revision: Revision): Promise<News> {
  const [shown, seen] = [earliestShown(revision.shown), earliestSeen(revision.seen)];
  const [identities, pairs, facts] = await Promise.all([
    knownIdentities(ctx, shown),
    knownPairs(ctx, seen),
    newsOfFacts(ctx, foldFacts(revision.facts)),
  ]);
  return {
    added: shown.filter((one) => !identities.has(one.identity.id)),
    earlier: shown.filter((one) => one.at < (identities.get(one.identity.id) ?? -Infinity)),
    seen: seen.filter((one) => one.at < (pairs.get(pairKey(one.a.id, one.b.id)) ?? Infinity)),
    facts,
  };
}

async function newsOfFacts(ctx: Context, facts: readonly FoldedFact[]): Promise<FactNews> {
  const known = await knownFacts(ctx, facts);
  const before = (fact: FoldedFact) => known.get(pairKey(fact.identity, fact.id));
  const unknown = facts.filter((fact) => !before(fact));
  const earlier = facts.filter((fact) => fact.first < (before(fact)?.first ?? -Infinity));
  const later = facts.filter((fact) => fact.at > (before(fact)?.at ?? Infinity));
  return {
    stated: [...new Set([...unknown, ...earlier, ...later])],
    told: idsOf([...unknown, ...earlier, ...later.filter(({ name }) => freshnessOf(name).lastsMs !== null)]),
    renamed: idsOf(unknown.filter(({ name }) => name === "name" || name === "birthDate")),
  };
}

function idsOf(facts: readonly FoldedFact[]): string[] {
  return [...new Set(facts.map((fact) => fact.identity))];
}
