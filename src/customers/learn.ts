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
 *
 * What is new is found out before the lock is held, so that writers wait for each other as briefly as can be; whatever
 * came between is met by the statements themselves, which keep the earlier of two times.
 */
export async function learn(ctx: Context, revision: Revision): Promise<readonly string[]> {
  const news = await newsIn(ctx, revision);
  const touched = await touchedBy(ctx, news, revision.said);
  // In this order, sent together.
  const [, beaten] = await Promise.all([
    needsLock(news, touched) && lockEvidence(ctx),
    addIdentities(ctx, news.added),
    moveFirstSeen(ctx, news.earlier),
    saveFacts(ctx, news.facts.stated),
    saveSeen(ctx, news.seen),
    saveSaid(ctx, revision.said),
  ]);
  await moveFirstSeen(ctx, beaten);
  const change = {
    touched: [...touched, ...beaten.map(({ identity }) => identity.id)],
    renamed: news.facts.renamed,
    takenBack: false,
  };
  const moved = change.touched.length + change.renamed.length > 0 ? await repartition(ctx, change) : [];
  const shown = [...news.added, ...news.earlier].map((one) => one.identity.id);
  return [...new Set([...shown, ...news.facts.told, ...moved])];
}

/**
 * A fact that is no evidence is news all the same: whether it was asked for twice hangs on it. Nobody but its own message
 * adds a contact.
 */
function needsLock({ added, facts }: News, touched: readonly string[]): boolean {
  return (
    touched.length + facts.renamed.length + facts.told.length > 0 ||
    added.some(({ identity }) => identity.kind !== "contact")
  );
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
