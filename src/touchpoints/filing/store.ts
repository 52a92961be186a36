import type { Context } from "../../foundation/context.ts";
import { sql } from "../../foundation/database/sql.ts";
import { idArray, textArray } from "../../foundation/database/arrays.ts";
import { copyRow } from "../../foundation/database/copy-text.ts";
import type { Filed } from "./receipt.ts";
import { dateOf, type Touch } from "./touch.ts";

export async function storeTouches(ctx: Context, touches: readonly Touch[]): Promise<void> {
  if (touches.length === 0) return;
  await ctx.db.copy(
    `touches (identity_id, at, id, others, said_as, source, touchpoint_id, visit, place_id, staff_id, channel, status, text,
      currency, amount_minor, promised_at, delivered_at, wait_promised_seconds, wait_actual_seconds, wait_perceived_seconds,
      expected_at, facts, asked, cancelled)`,
    touches.map(touchRow),
  );
}

function touchRow(touch: Touch): string {
  const { told } = touch;
  return copyRow([
    touch.identity.id,
    new Date(touch.at),
    touch.id,
    idArray(touch.others.map((other) => other.id)),
    told.sameAs && idArray(told.sameAs.map((other) => other.id)),
    touch.source,
    told.touchpointId,
    touch.visit,
    told.placeId,
    told.staffId,
    touch.channel,
    told.status,
    told.text,
    told.currency,
    touch.amountMinor,
    dateOf(told.promisedAt),
    dateOf(told.deliveredAt),
    told.waitSeconds?.promised,
    told.waitSeconds?.actual,
    told.waitSeconds?.perceived,
    dateOf(told.expectedAt),
    told.facts,
    told.asked && textArray(told.asked),
    touch.cancelled,
  ]);
}

export async function storeLines(ctx: Context, touches: readonly Touch[]): Promise<void> {
  const rows = touches.flatMap(lineRows);
  if (rows.length === 0) return;
  await ctx.db.copy("lines (identity_id, at, touch_id, key, item_id, quantity, amount_minor, version, content)", rows);
}

/** By the hundred thousand in an import: what the lines of one touch have in common is written once. */
function lineRows({ identity, at, id, lines }: Touch): string[] {
  const place = `${identity.id}\t${new Date(at).toISOString()}\t${id}\t`;
  const versions = new Map<number, string>();
  return lines.map(({ key, item, quantity, amountMinor, version, content }) => {
    const iso = versions.get(version) ?? new Date(version).toISOString();
    versions.set(version, iso);
    return `${place}${key}\t${item}\t${quantity}\t${amountMinor ?? "\\N"}\t${iso}\t${content}\n`;
  });
}

/** Takes messages out of their place, with what is about them, before they are written anew. */
export async function takeOut(ctx: Context, filed: readonly Filed[]): Promise<void> {
  if (filed.length === 0) return;
  const place = sql`unnest(
    ${filed.map((one) => one.identity)}::uuid[],
    ${filed.map((one) => one.at)}::timestamptz[],
    ${filed.map((one) => one.id)}::uuid[]) as filed (identity_id, at, id)`;
  await Promise.all([
    ctx.db.run(sql`
      delete from verdicts using ${place}
      where verdicts.identity_id = filed.identity_id and verdicts.at = filed.at and verdicts.touch_id = filed.id`),
    ctx.db.run(sql`
      delete from reasks using ${place}
      where reasks.identity_id = filed.identity_id and reasks.at = filed.at and reasks.id = filed.id`),
    ctx.db.run(sql`
      delete from lines using ${place}
      where lines.identity_id = filed.identity_id and lines.at = filed.at and lines.touch_id = filed.id`),
    ctx.db.run(sql`
      delete from touches using ${place}
      where touches.identity_id = filed.identity_id and touches.at = filed.at and touches.id = filed.id`),
  ]);
}

/** Tells the name index which identities to look at again. */
export async function announce(ctx: Context, identities: readonly string[]): Promise<void> {
  if (identities.length === 0) return;
  await Promise.all([
    ctx.db.run(sql`insert into changes (at, identities) values (${ctx.now}, ${identities}::uuid[])`),
    ctx.db.run(sql`select pg_notify('changes', '')`),
  ]);
}
