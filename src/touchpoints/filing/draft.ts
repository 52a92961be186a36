import { strongestFirst, type Identity } from "../../customers/index.ts";
import type { Receipt } from "./receipt.ts";
import { isLaterPiece, type Arriving, type PartName, type Piece, type Pieces } from "./piece.ts";
import type { FiledTouch } from "./filed-touch.ts";
import { isLaterLine, latestLines, type Line } from "./line.ts";

/** A message as it stands, with what was known of it before this batch. */
export type Draft = {
  readonly message: string;
  readonly source: string;
  /** Where it stands in the tables, if it does, and what it took back so far. */
  readonly filed: FiledTouch | null;
  readonly receipt: Receipt | null;
  pieces: Pieces;
  readonly lines: Map<string, Line>;
  cancelledBy: readonly string[];
  /** When a message that states no time of its own first arrived. */
  readonly arrivedAt: number;
  /** Something else stands now. */
  changed: boolean;
  /** The same was said again by a later version: only the receipt takes note. */
  confirmed: boolean;
};

/** `changed`: how many lines are new or other than before. */
export type Outcome = { readonly accepted: boolean; readonly changed: number };

/** Takes in one more record of the message. */
export function takeIn(draft: Draft, arriving: Arriving): Outcome {
  const known = draft.pieces[arriving.part];
  if (!known || isLaterPiece(arriving.piece, known)) return replacePiece(draft, arriving, known);
  if (arriving.part !== "lines") return { accepted: false, changed: 0 };
  const changed = takeInLines(draft, arriving.lines);
  draft.changed ||= changed > 0;
  return { accepted: changed > 0, changed };
}

function replacePiece(draft: Draft, arriving: Arriving, known: Piece | undefined): Outcome {
  const same = known?.content === arriving.piece.content;
  draft.pieces = { ...draft.pieces, [arriving.part]: arriving.piece };
  draft.confirmed ||= same;
  if (!same) for (const key of known?.keys ?? []) draft.lines.delete(key);
  const changed = takeInLines(draft, arriving.lines);
  draft.changed ||= !same || changed > 0;
  return { accepted: !same || changed > 0, changed };
}

function takeInLines(draft: Draft, lines: readonly Line[]): number {
  let changed = 0;
  for (const [key, line] of latestLines(lines)) {
    const known = draft.lines.get(key);
    if (known && !isLaterLine(line, known)) continue;
    draft.lines.set(key, line);
    draft.changed ||= known !== undefined;
    if (known?.content !== line.content) changed++;
  }
  return changed;
}

/** False for a message that is only known to be taken back. */
export function hasArrived(draft: Draft): boolean {
  return Object.keys(draft.pieces).length > 0;
}

// What a piece leaves open, the next one in this order tells.
const precedence: readonly PartName[] = ["", "order", "lines", "status"];

/** What all pieces of a message say together; a status said for itself is the later word. */
export function whole(draft: Draft): Piece {
  const pieces = precedence.flatMap((part) => draft.pieces[part] ?? []);
  return pieces.length === 1 ? pieces[0]! : composed(draft, pieces);
}

function composed(draft: Draft, pieces: readonly Piece[]): Piece {
  const told = pieces.toReversed().reduce<Piece>((all, piece) => ({ ...all, ...defined(piece) }), pieces.at(-1)!);
  const facts = Object.assign({}, ...pieces.toReversed().map((piece) => piece.facts)) as Record<string, string>;
  return {
    ...told,
    ...(Object.keys(facts).length > 0 && { facts }),
    status: draft.pieces["status"]?.status ?? told.status,
    identities: allIdentities(pieces),
  };
}

function defined(piece: Piece): Partial<Piece> {
  return Object.fromEntries(Object.entries(piece).filter(([, value]) => value !== undefined && value !== null));
}

function allIdentities(pieces: readonly Piece[]): Identity[] {
  const byId = new Map(pieces.flatMap((piece) => piece.identities).map((one) => [one.id, one]));
  const identified = [...byId.values()].filter((one) => one.kind !== "contact");
  return identified.length > 0 ? identified.sort(strongestFirst) : [...byId.values()];
}
