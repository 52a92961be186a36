import { contactOf, identitiesOf, namesNobody, type Identity, type Naming } from "../../customers/index.ts";
import { keyedId } from "../../foundation/ids.ts";
import { placeId, staffId } from "../catalogue/ensure-codes.ts";
import { touchpointId } from "../catalogue/touchpoint.ts";
import type { ArrivingRecord } from "../record.ts";
import { contentId, fieldsOf } from "./content.ts";
import { linesOf, type Line } from "./line.ts";

type Stated = Pick<
  ArrivingRecord,
  | "channel"
  | "facts"
  | "currency"
  | "amountMinor"
  | "status"
  | "promisedAt"
  | "deliveredAt"
  | "expectedAt"
  | "waitSeconds"
  | "asked"
  | "text"
>;

/**
 * What one record states of its message, normalised. A message that is no order has one piece, an order up to three;
 * then the receipt keeps them as JSON. Times are milliseconds since 1970.
 */
export type Piece = Stated & {
  readonly version: number;
  readonly content: string;
  readonly at: number | null;
  /** Strongest first. */
  readonly identities: readonly Identity[];
  /** Who an alias says to be the same person. */
  readonly sameAs?: readonly Identity[];
  readonly touchpointId: string;
  readonly placeId?: string;
  readonly staffId?: string;
  /** The receipt of the message that this one takes back. */
  readonly cancels?: string;
  /** Keys of the lines that this piece states as a whole; lines of a file of lines stand each for itself. */
  readonly keys?: readonly string[];
};

export type PartName = "" | "order" | "lines" | "status";

export type Pieces = Partial<Record<PartName, Piece>>;

/** A record ready to be filed. Nothing but the record was looked at. */
export type Arriving = {
  /** The receipt's id, which is also the touch's. */
  readonly message: string;
  readonly source: string;
  readonly messageId: string;
  readonly part: PartName;
  readonly piece: Piece;
  readonly lines: readonly Line[];
};

function messageKey(source: string, messageId: string, naming: Naming): string {
  return keyedId(naming.key, "message", source, messageId);
}

export function arrivingOf(record: ArrivingRecord, naming: Naming): Arriving {
  const { source, messageId, part = "" } = record;
  const lines = linesOf(record);
  return {
    message: messageKey(source, messageId, naming),
    source,
    messageId,
    part,
    piece: pieceOf(record, lines, naming),
    lines,
  };
}

function pieceOf(record: ArrivingRecord, lines: readonly Line[], naming: Naming): Piece {
  const { source, version, at, cancels, place, staff, sameAs } = record;
  const facts = record.facts && toldFacts(record.facts);
  // Every field by name, in one order: this runs for every event, and objects put together from pieces are slow.
  return {
    version: version ?? at ?? 0,
    content: contentOf(record),
    at,
    identities: statedBy(record, facts?.["name"], naming),
    sameAs: sameAs && identitiesOf(sameAs, source, undefined, naming),
    facts,
    touchpointId: touchpointId(record.touchpoint),
    placeId: place === undefined ? undefined : placeId(place),
    staffId: staff === undefined ? undefined : staffId(staff),
    channel: record.channel,
    currency: record.currency,
    amountMinor: record.amountMinor,
    status: record.status,
    promisedAt: record.promisedAt,
    deliveredAt: record.deliveredAt,
    expectedAt: record.expectedAt,
    waitSeconds: record.waitSeconds,
    asked: record.asked,
    text: record.text,
    cancels: cancels === undefined ? undefined : messageKey(source, cancels, naming),
    keys: record.part === "lines" || lines.length === 0 ? undefined : lines.map((line) => line.key),
  };
}

/** Who a message is about when it states no identifier: the message itself. */
function statedBy(record: ArrivingRecord, name: string | undefined, naming: Naming): Identity[] {
  const stated = identitiesOf(record.ids, record.source, name, naming);
  return stated.length > 0 ? stated : [contactOf(record.source, record.messageId, naming)];
}

/**
 * A name may come whole or in parts; either way it is known whole. Empty statements state nothing, and neither does a name
 * that a till writes for want of one.
 */
function toldFacts(facts: Readonly<Record<string, string>>): Record<string, string> | undefined {
  const told = Object.entries(facts).flatMap(([name, value]) => (value.trim() === "" ? [] : [[name, value.trim()]]));
  if (told.length === 0) return undefined;
  const all: Record<string, string> = Object.fromEntries(told);
  const inParts = [all["forename"], all["surname"]].filter((part) => part !== undefined).join(" ");
  const written = [all["name"], inParts].filter((name) => name !== undefined && name !== "");
  if (written.length === 0) return all;
  const name = written.find((name) => !namesNobody(name!));
  return name === undefined ? nameless(all) : name === all["name"] ? all : { ...all, name };
}

const partsOfName = new Set(["name", "forename", "surname"]);

function nameless(facts: Readonly<Record<string, string>>): Record<string, string> | undefined {
  const others = Object.entries(facts).filter(([fact]) => !partsOfName.has(fact));
  return others.length === 0 ? undefined : Object.fromEntries(others);
}

/**
 * What the record says, at the time its source's clock showed and without when this version was made; the lines of a file
 * of lines are judged one by one.
 */
function contentOf(record: ArrivingRecord): string {
  const { at, statedAt = at, part, lines = [] } = record;
  return contentId([
    [statedAt, part, record.touchpoint, record.channel, record.place, record.staff, record.text, record.cancels],
    [record.currency, record.amountMinor, record.status, record.promisedAt, record.deliveredAt, record.expectedAt],
    [record.asked, fieldsOf(record.ids), fieldsOf(record.sameAs), fieldsOf(record.facts), fieldsOf(record.waitSeconds)],
    part === "lines" ? [] : lines.map((line) => [line.line, line.item, line.name, line.quantity, line.amountMinor]),
  ]);
}

/** The later version stands whole, then the greater content. */
export function isLaterPiece(piece: Piece, than: Piece): boolean {
  return piece.version > than.version || (piece.version === than.version && piece.content > than.content);
}
