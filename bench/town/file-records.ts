import type { Naming } from "../../src/customers/index.ts";
import type { Context } from "../../src/foundation/context.ts";
import { idArray } from "../../src/foundation/database/arrays.ts";
import { copyRow } from "../../src/foundation/database/copy-text.ts";
import type { Catalogue } from "../../src/touchpoints/catalogue/catalogue.ts";
import { namingAt } from "../../src/touchpoints/filing/catalogue-for.ts";
import { takeIn, type Draft } from "../../src/touchpoints/filing/draft.ts";
import { arrivingOf, type Arriving } from "../../src/touchpoints/filing/piece.ts";
import { remembered, type Writing } from "../../src/touchpoints/filing/receipts.ts";
import { storeLines, storeTouches } from "../../src/touchpoints/filing/store.ts";
import { judgedPromises, touchOf, type Touch } from "../../src/touchpoints/filing/touch.ts";
import type { ArrivingRecord } from "../../src/touchpoints/index.ts";
import { storeVerdicts } from "../../src/touchpoints/promise/store-verdicts.ts";

/** Files records that nobody has seen before, each message once: nothing has to be looked up. Answers with their touches. */
export async function fileRecords(
  ctx: Context,
  records: readonly ArrivingRecord[],
  catalogue: Catalogue,
  naming: Naming,
): Promise<readonly Touch[]> {
  const writings = records.map((record) =>
    writingOf(arrivingOf(record, namingAt(record, catalogue, naming)), catalogue, ctx.now),
  );
  const touches = writings.map(({ touch }) => touch);
  await ctx.db.copy(
    "receipts (id, identity_id, at, version, content, parts, cancels, cancelled_by)",
    writings.map(receiptRow),
  );
  await storeTouches(ctx, touches);
  await storeLines(ctx, touches);
  await storeVerdicts(
    ctx,
    touches.flatMap((touch) => judgedPromises(touch, catalogue, ctx.now)),
  );
  return touches;
}

function writingOf(arriving: Arriving, catalogue: Catalogue, now: Date): Writing {
  const draft: Draft = {
    message: arriving.message,
    source: arriving.source,
    filed: null,
    receipt: null,
    pieces: {},
    lines: new Map(),
    cancelledBy: [],
    arrivedAt: now.getTime(),
    changed: false,
    confirmed: false,
  };
  takeIn(draft, arriving);
  return { draft, touch: touchOf(draft, catalogue) };
}

function receiptRow(writing: Writing): string {
  const { draft, touch } = writing;
  const only = draft.pieces[""];
  return copyRow([
    draft.message,
    touch.identity.id,
    new Date(touch.at),
    only && new Date(only.version),
    only?.content,
    remembered(writing),
    touch.told.cancels,
    idArray(draft.cancelledBy),
  ]);
}
