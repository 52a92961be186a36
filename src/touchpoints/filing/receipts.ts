import type { Context } from "../../foundation/context.ts";
import { idArray, textArray, timeArray } from "../../foundation/database/arrays.ts";
import { sql } from "../../foundation/database/sql.ts";
import { hasArrived, type Draft } from "./draft.ts";
import type { Piece, Pieces } from "./piece.ts";
import type { Receipt } from "./receipt.ts";
import type { Touch } from "./touch.ts";

type ReceiptRow = {
  id: string;
  identity_id: string | null;
  at: Date | null;
  version: Date | null;
  content: string | null;
  parts: Pieces | null;
  cancels: string | null;
  cancelled_by: string[];
};

/** Held until the commit: two corrections of one message follow each other. */
export async function readReceipts(ctx: Context, ids: readonly string[]): Promise<Map<string, Receipt>> {
  const rows = await ctx.db.many<ReceiptRow>(sql`
    select id, identity_id, at, version, content, parts, cancels, cancelled_by
    from receipts where id = any(${idArray(ids)}::uuid[]) order by id for update`);
  return new Map(rows.map((row) => [row.id, receiptOf(row)]));
}

function receiptOf(row: ReceiptRow): Receipt {
  const filed = row.identity_id && row.at ? { identity: row.identity_id, at: row.at, id: row.id } : null;
  return {
    id: row.id,
    filed,
    version: row.version?.getTime() ?? 0,
    content: row.content,
    parts: row.parts,
    cancels: row.cancels,
    cancelledBy: row.cancelled_by,
  };
}

export type Writing = { readonly draft: Draft; readonly touch: Touch };

/** When another writer was faster with a receipt, the transaction fails here, and everything is looked at again. */
export function isReceiptThere(error: unknown): boolean {
  const { code, constraint = "" } = error as { code?: string; constraint?: string };
  // On a cluster the number of the shard follows the name.
  return code === "23505" && constraint.startsWith("receipts_pkey");
}

export async function addReceipts(ctx: Context, writings: readonly Writing[]): Promise<void> {
  if (writings.length === 0) return;
  await ctx.db.run(sql`
    insert into receipts (id, identity_id, at, version, content, parts, cancels, cancelled_by)
    ${rowsOf(writings)}`);
}

/** Receipts of messages that stand otherwise now. Nobody else files meanwhile. */
export async function changeReceipts(ctx: Context, writings: readonly Writing[]): Promise<void> {
  if (writings.length === 0) return;
  await ctx.db.run(sql`
    insert into receipts (id, identity_id, at, version, content, parts, cancels, cancelled_by)
    ${rowsOf(writings)}
    on conflict (id) do update set
      identity_id = excluded.identity_id, at = excluded.at, version = excluded.version, content = excluded.content,
      parts = excluded.parts, cancels = excluded.cancels, cancelled_by = excluded.cancelled_by`);
}

function rowsOf(writings: readonly Writing[]) {
  const sorted = [...writings].sort((x, y) => (x.draft.message < y.draft.message ? -1 : 1));
  const only = sorted.map(({ draft }) => draft.pieces[""]);
  return sql`
    select id, identity_id, at, version, content, parts, cancels, cancelled_by::uuid[] from unnest(
      ${idArray(sorted.map(({ draft }) => draft.message))}::uuid[],
      ${idArray(sorted.map(({ touch }) => touch.identity.id))}::uuid[],
      ${timeArray(sorted.map(({ touch }) => touch.at))}::timestamptz[],
      ${timeArray(only.map((piece) => piece?.version ?? null))}::timestamptz[],
      ${textArray(only.map((piece) => piece?.content ?? null))}::uuid[],
      ${textArray(sorted.map(remembered))}::jsonb[],
      ${textArray(sorted.map(({ touch }) => touch.told.cancels ?? null))}::uuid[],
      ${textArray(sorted.map(({ draft }) => idArray(draft.cancelledBy)))}::text[]
    ) as written (id, identity_id, at, version, content, parts, cancels, cancelled_by)`;
}

/**
 * The touch itself remembers what a message of one piece states. Pieces are kept where there are several, and of a
 * cancelled message, whose identities may be gone when it is brought back.
 */
export function remembered({ draft, touch }: Writing): string | null {
  const only = draft.pieces[""];
  if (!only) return JSON.stringify(draft.pieces);
  return touch.cancelled ? JSON.stringify({ "": restated(touch, only) }) : null;
}

/** The only piece of a message as its touch would give it back. */
function restated({ told, at, channel, amountMinor, lines }: Touch, { version, content }: Piece): Piece {
  const keys = lines.map((line) => line.key).sort();
  return {
    ...told,
    version,
    content,
    at,
    channel,
    ...(amountMinor !== null && { amountMinor }),
    ...(keys.length > 0 && { keys }),
  };
}

/** The same was said again by a later version: the version moves, nothing else. */
export async function confirmReceipts(ctx: Context, drafts: readonly Draft[]): Promise<void> {
  if (drafts.length === 0) return;
  const sorted = [...drafts].sort((x, y) => (x.message < y.message ? -1 : 1));
  const only = sorted.map((draft) => draft.pieces[""]);
  await ctx.db.run(sql`
    update receipts set version = greatest(receipts.version, confirmed.version), parts = confirmed.parts
    from unnest(
      ${sorted.map((draft) => draft.message)}::uuid[],
      ${only.map((piece) => (piece ? new Date(piece.version) : null))}::timestamptz[],
      ${sorted.map((draft) => (draft.receipt?.parts ? JSON.stringify(draft.pieces) : null))}::jsonb[]
    ) as confirmed (id, version, parts)
    where receipts.id = confirmed.id`);
}

/**
 * Notes who takes which message back; the message itself may still be on its way. When it came a moment ago, everything
 * is looked at again.
 */
export async function noteCancellations(ctx: Context, targets: ReadonlyMap<string, readonly string[]>): Promise<void> {
  if (targets.size === 0) return;
  const sorted = [...targets].sort(([x], [y]) => (x < y ? -1 : 1));
  await ctx.db.run(sql`
    insert into receipts (id, cancelled_by)
    select id, cancelled_by::uuid[] from unnest(
      ${sorted.map(([target]) => target)}::uuid[],
      ${sorted.map(([, by]) => `{${by.join()}}`)}::text[]) as noted (id, cancelled_by)`);
}

/** Who takes back messages that are still on their way. */
export async function changeCancellations(ctx: Context, drafts: readonly Draft[]): Promise<void> {
  if (drafts.length === 0) return;
  const noted = ctx.db.run(sql`
    update receipts set cancelled_by = noted.cancelled_by::uuid[]
    from unnest(
      ${drafts.map((draft) => draft.message)}::uuid[],
      ${drafts.map((draft) => `{${draft.cancelledBy.join()}}`)}::text[]) as noted (id, cancelled_by)
    where receipts.id = noted.id`);
  const released = drafts.filter((draft) => draft.cancelledBy.length === 0 && !hasArrived(draft));
  const forgotten = ctx.db.run(sql`
    delete from receipts where id = any(${released.map((draft) => draft.message)}::uuid[]) and identity_id is null`);
  await Promise.all([noted, forgotten]);
}
