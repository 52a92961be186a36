import type { Context } from "../foundation/context.ts";
import { knownFacts, knownIdentities, knownPairs, spokenOf } from "./known.ts";
import { lockEvidence } from "./locks.ts";
import { repartition } from "./repartition.ts";
import { earliestSeen, earliestShown, foldFacts, pairKey, type FoldedFact, type Revision } from "./revision.ts";
import { addIdentities, moveFirstSeen, saveFacts, saveSaid, saveSeen } from "./save-evidence.ts";

/**
 * Adds what new records show. Only what is new in it costs anything: a batch in which everybody is known already takes
 * no lock and derives nothing. Answers with the identities that the name index has to look at again.
 */
export async function learn(ctx: Context, revision: Revision): Promise<readonly string[]> {
  const news = await newsIn(ctx, revision);
  const spoken = await spokenOf(
    ctx,
    news.added.map((one) => one.identity.id),
  );
  const touched = [
    ...news.seen.flatMap((one) => [one.a.id, one.b.id]),
    ...revision.said.flatMap((one) => [one.a, one.b]),
    ...news.earlier.map((one) => one.identity.id),
    ...spoken,
  ];
  const changesEvidence = touched.length + news.renamed.length > 0;
  if (changesEvidence) await lockEvidence(ctx);
  await addIdentities(ctx, news.added);
  await moveFirstSeen(ctx, news.earlier);
  await saveFacts(ctx, news.facts);
  await saveSeen(ctx, news.seen);
  await saveSaid(ctx, revision.said);
  const added = news.added.map((one) => one.identity.id);
  if (!changesEvidence) return added;
  const moved = await repartition(ctx, { touched, renamed: news.renamed, takenBack: false });
  return [...new Set([...added, ...news.renamed, ...moved])];
}

async function newsIn(ctx: Context, revision: Revision) {
  const [shown, seen, facts] = [earliestShown(revision.shown), earliestSeen(revision.seen), foldFacts(revision.facts)];
  const identities = await knownIdentities(ctx, shown);
  const pairs = await knownPairs(ctx, seen);
  const stated = await knownFacts(ctx, facts);
  const isNews = (fact: FoldedFact): boolean => {
    const known = stated.get(pairKey(fact.identity, fact.id));
    return !known || fact.first < known.first || fact.at > known.at;
  };
  return {
    added: shown.filter((one) => !identities.has(one.identity.id)),
    earlier: shown.filter((one) => one.at < (identities.get(one.identity.id) ?? -Infinity)),
    seen: seen.filter((one) => one.at < (pairs.get(pairKey(one.a.id, one.b.id)) ?? Infinity)),
    facts: facts.filter(isNews),
    renamed: [
      ...new Set(
        facts
          .filter((fact) => isEvidence(fact) && !stated.has(pairKey(fact.identity, fact.id)))
          .map((fact) => fact.identity),
      ),
    ],
  };
}

function isEvidence(fact: FoldedFact): boolean {
  return fact.name === "name" || fact.name === "birthDate";
}
