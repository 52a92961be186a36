import type { Context } from "../foundation/context.ts";
import { spokenOf } from "./known.ts";
import { lockEvidence } from "./locks.ts";
import { newsIn, type News } from "./news.ts";
import { repartition } from "./repartition.ts";
import type { Revision, Said } from "./revision.ts";
import { addIdentities, moveFirstSeen, saveFacts, saveSaid, saveSeen } from "./save-evidence.ts";

/**
 * Adds what new records show. Only what is new in it costs anything: a batch in which everybody is known already takes
 * no lock and derives nothing. Answers with the identities of which more is known than before, or since earlier.
 */
export async function learn(ctx: Context, revision: Revision): Promise<readonly string[]> {
  const news = await newsIn(ctx, revision);
  const touched = await touchedBy(ctx, news, revision.said);
  // A fact that is no evidence is news all the same: whether it was asked for twice hangs on it.
  const changesEvidence = touched.length + news.facts.renamed.length > 0;
  // In this order, sent together.
  await Promise.all([
    (changesEvidence || news.facts.told.length > 0) && lockEvidence(ctx),
    addIdentities(ctx, news.added),
    moveFirstSeen(ctx, news.earlier),
    saveFacts(ctx, news.facts.stated),
    saveSeen(ctx, news.seen),
    saveSaid(ctx, revision.said),
  ]);
  const change = { touched, renamed: news.facts.renamed, takenBack: false };
  const moved = changesEvidence ? await repartition(ctx, change) : [];
  const shown = [...news.added, ...news.earlier].map((one) => one.identity.id);
  return [...new Set([...shown, ...news.facts.told, ...moved])];
}

/** Whose components the news concerns. Something may have been said of an identity before it came. */
async function touchedBy(ctx: Context, news: News, said: readonly Said[]): Promise<string[]> {
  const ends = [...news.seen.flatMap(({ a, b }) => [a.id, b.id]), ...said.flatMap(({ a, b }) => [a, b])];
  const spoken = await spokenOf(
    ctx,
    news.added.map((one) => one.identity.id),
  );
  return [...new Set([...ends, ...news.earlier.map((one) => one.identity.id), ...spoken])];
}
