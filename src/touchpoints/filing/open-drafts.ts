import type { Context } from "../../foundation/context.ts";
import type { Draft } from "./draft.ts";
import { readFiled, type FiledTouch } from "./filed-touch.ts";
import { isLaterPiece, type Arriving, type Piece, type Pieces } from "./piece.ts";
import type { Receipt } from "./receipt.ts";
import { readReceipts } from "./receipts.ts";

/**
 * A draft for every message that the records concern: their own, those they take back, and those that an earlier version
 * took back. What is plainly a copy of what stands is not read from the tables.
 */
export async function openDrafts(ctx: Context, arriving: readonly Arriving[]): Promise<Map<string, Draft>> {
  const receipts = await receiptsOf(ctx, arriving);
  const own = byMessage(arriving);
  const targets = new Set([
    ...arriving.map(({ piece }) => piece.cancels),
    ...[...receipts.values()].map(({ cancels }) => cancels),
  ]);
  const read = (receipt: Receipt): boolean => targets.has(receipt.id) || needsReading(receipt, own.get(receipt.id));
  const filed = await readFiled(ctx, [...receipts.values()].filter(read));
  const drafts = new Map<string, Draft>();
  for (const one of arriving)
    if (!drafts.has(one.message)) drafts.set(one.message, draftOf(one, receipts.get(one.message) ?? null, filed, ctx));
  for (const [id, receipt] of receipts) if (!drafts.has(id)) drafts.set(id, concerned(receipt, filed.get(id) ?? null));
  return drafts;
}

async function receiptsOf(ctx: Context, arriving: readonly Arriving[]): Promise<Map<string, Receipt>> {
  const ids = new Set(arriving.flatMap(({ message, piece }) => (piece.cancels ? [message, piece.cancels] : [message])));
  const receipts = await readReceipts(ctx, [...ids]);
  const takenBack = [...receipts.values()].flatMap(({ cancels }) => (cancels && !ids.has(cancels) ? [cancels] : []));
  const more = takenBack.length > 0 ? await readReceipts(ctx, takenBack) : [];
  return new Map([...receipts, ...more]);
}

function byMessage(arriving: readonly Arriving[]): Map<string, Arriving[]> {
  const groups = new Map<string, Arriving[]>();
  for (const one of arriving) groups.set(one.message, [...(groups.get(one.message) ?? []), one]);
  return groups;
}

function needsReading(receipt: Receipt, own: readonly Arriving[] | undefined): boolean {
  return (
    !own ||
    own.some((one) => one.part === "lines" || !isCopy(one.piece, receipt.parts?.[one.part] ?? onlyPiece(receipt)))
  );
}

function isCopy(piece: Piece, known: Piece | undefined): boolean {
  return known !== undefined && (known.content === piece.content || !isLaterPiece(piece, known));
}

/** As far as the receipt remembers it: enough to tell a copy. */
function onlyPiece(receipt: Receipt): Piece | undefined {
  if (receipt.content === null || receipt.parts) return undefined;
  return { version: receipt.version, content: receipt.content, at: null, identities: [], touchpointId: "" };
}

function draftOf(one: Arriving, receipt: Receipt | null, filed: ReadonlyMap<string, FiledTouch>, ctx: Context): Draft {
  const touch = filed.get(one.message) ?? null;
  return {
    message: one.message,
    source: one.source,
    filed: touch,
    receipt,
    pieces: receipt ? knownPieces(receipt, touch) : {},
    lines: new Map(touch?.lines.map((line) => [line.key, line])),
    cancelledBy: receipt?.cancelledBy ?? [],
    arrivedAt: receipt?.filed?.at.getTime() ?? ctx.now.getTime(),
    changed: false,
    confirmed: false,
  };
}

function knownPieces(receipt: Receipt, touch: FiledTouch | null): Pieces {
  if (receipt.parts) return receipt.parts;
  const only = onlyPiece(receipt);
  if (!only) return {};
  const cancels = receipt.cancels ? { cancels: receipt.cancels } : {};
  return { "": touch ? { ...only, ...touch.stated, ...cancels } : only };
}

/** A message that only another one concerns: it is taken back, or no more. It may still be on its way itself. */
function concerned(receipt: Receipt, touch: FiledTouch | null): Draft {
  return {
    message: receipt.id,
    source: touch?.source ?? "",
    filed: touch,
    receipt,
    pieces: knownPieces(receipt, touch),
    lines: new Map(touch?.lines.map((line) => [line.key, line])),
    cancelledBy: receipt.cancelledBy,
    arrivedAt: touch?.place.at.getTime() ?? 0,
    changed: false,
    confirmed: false,
  };
}
