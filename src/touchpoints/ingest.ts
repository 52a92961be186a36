import { learn, lockEvidence, lockFiling, withdraw, type Naming } from "../customers/index.ts";
import type { Context } from "../foundation/context.ts";
import { inTurns } from "../foundation/in-turns.ts";
import { inTransaction } from "../foundation/database/transaction.ts";
import type { Catalogue } from "./catalogue/catalogue.ts";
import { judgeAsked } from "./filing/asked.ts";
import { applyCancellations } from "./filing/cancellation.ts";
import { catalogueFor, namingAt } from "./filing/catalogue-for.ts";
import { shownBy, shownUntilNow, showsTheSame } from "./filing/consequences.ts";
import { hasArrived, takeIn, whole, type Draft, type Outcome } from "./filing/draft.ts";
import type { FiledTouch } from "./filing/filed-touch.ts";
import { openDrafts } from "./filing/open-drafts.ts";
import { arrivingOf, type Arriving } from "./filing/piece.ts";
import {
  addReceipts,
  changeCancellations,
  changeReceipts,
  confirmReceipts,
  isReceiptThere,
  noteCancellations,
  type Writing,
} from "./filing/receipts.ts";
import { announce, storeLines, storeTouches, takeOut } from "./filing/store.ts";
import { judgedPromises, touchOf } from "./filing/touch.ts";
import { storeVerdicts } from "./promise/store-verdicts.ts";
import type { ArrivingRecord, Verdict } from "./record.ts";

/** Something has to be taken back, and others file beside this transaction: it starts again, alone. */
class NotAlone extends Error {}

/**
 * Files a batch of records in one transaction; the verdicts come in the order of the records. The end is the same
 * whatever the order and the batches in which records arrive, and however often.
 */
export async function ingest(ctx: Context, records: readonly ArrivingRecord[], naming: Naming): Promise<Verdict[]> {
  const catalogue = await catalogueFor(ctx, records);
  const arriving = await inTurns(records, (record) => arrivingOf(record, namingAt(record, catalogue, naming)));
  const work = async (ctx: Context, alone: boolean) => {
    const [, drafts] = await Promise.all([lockFiling(ctx, alone), openDrafts(ctx, arriving)]);
    return file(ctx, arriving, drafts, catalogue, alone);
  };
  const attempt = (alone: boolean) => inTransaction(ctx, (ctx) => work(ctx, alone), isReceiptThere);
  // Inside a transaction that is open already there is no starting again.
  if (ctx.db.inTransaction) return attempt(true);
  try {
    return await attempt(false);
  } catch (error) {
    if (!(error instanceof NotAlone)) throw error;
    return attempt(true);
  }
}

async function file(
  ctx: Context,
  arriving: readonly Arriving[],
  drafts: ReadonlyMap<string, Draft>,
  catalogue: Catalogue,
  alone: boolean,
): Promise<Verdict[]> {
  const outcomes = arriving.map((one) => takeIn(drafts.get(one.message)!, one));
  const unseen = applyCancellations(drafts);
  const all = [...drafts.values()];
  const changed = all.filter((draft) => draft.changed && hasArrived(draft));
  const writings = await inTurns(changed, (draft) => ({ draft, touch: touchOf(draft, catalogue) }));
  const displaced = writings.flatMap(({ draft, touch }) =>
    draft.filed && !showsTheSame(draft.filed, touch) ? [draft.filed] : [],
  );
  if (displaced.length > 0 && !alone) throw new NotAlone();
  // All of them leave in this order, each without waiting for the one before.
  await Promise.all([
    noteCancellations(ctx, unseen),
    changeCancellations(
      ctx,
      all.filter((draft) => draft.changed && !hasArrived(draft)),
    ),
    confirmReceipts(
      ctx,
      all.filter((draft) => draft.confirmed && !draft.changed),
    ),
    // Nobody judges a question while it is being taken out.
    writings.some(({ draft }) => draft.filed?.stated.asked) && lockEvidence(ctx),
    write(ctx, writings, catalogue),
    revise(ctx, writings, displaced),
  ]);
  return arriving.map((one, index) => verdictOf(one, outcomes[index]!, drafts.get(one.message)!));
}

async function write(ctx: Context, writings: readonly Writing[], catalogue: Catalogue): Promise<void> {
  const touches = writings.map(({ touch }) => touch);
  const filed = writings.flatMap(({ draft }) => draft.filed?.place ?? []);
  await Promise.all([
    takeOut(ctx, filed),
    addReceipts(
      ctx,
      writings.filter(({ draft }) => !draft.receipt),
    ),
    changeReceipts(
      ctx,
      writings.filter(({ draft }) => draft.receipt),
    ),
    storeTouches(ctx, touches),
    storeLines(ctx, touches),
    storeVerdicts(
      ctx,
      touches.flatMap((touch) => judgedPromises(touch, catalogue, ctx.now)),
    ),
  ]);
}

/** What the touches that came show is learned, what those that went had shown is asked again. */
async function revise(ctx: Context, writings: readonly Writing[], displaced: readonly FiledTouch[]): Promise<void> {
  const asked = writings.filter(({ touch }) => touch.told.asked).map(({ touch }) => touch.identity.id);
  const other = new Set(displaced.map((touch) => touch.place.id));
  const telling = writings.filter(({ draft }) => !draft.filed || other.has(draft.message)).map(({ touch }) => touch);
  const learned = await learn(ctx, shownBy(telling));
  const lost = await withdraw(ctx, shownUntilNow(displaced));
  const changed = [...new Set([...learned, ...lost])];
  await Promise.all([
    announce(ctx, changed),
    // Whoever asks and whoever learns the answer at the same moment: the second of them sees the first.
    asked.length > 0 && lockEvidence(ctx),
    judgeAsked(ctx, [...new Set([...changed, ...asked])]),
  ]);
}

function verdictOf(arriving: Arriving, outcome: Outcome, draft: Draft): Verdict {
  // Of a plain copy nothing was read but its receipt, and that says where the message stands.
  const identity = whole(draft).identities[0]?.id ?? draft.receipt?.filed?.identity;
  return {
    messageId: arriving.messageId,
    verdict: outcome.accepted ? "accepted" : "duplicate",
    changed: outcome.changed,
    identity,
  };
}
