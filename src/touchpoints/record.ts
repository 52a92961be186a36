import type { Ids } from "../customers/index.ts";

/**
 * What every door hands to ingestion: one record as it came, typed but not yet normalised. Times are milliseconds since 1970.
 * A message is (source, messageId); the records of one order share a message and differ in `part`.
 */
export type ArrivingRecord = {
  readonly source: string;
  readonly messageId: string;
  /** Which piece of an order this record states; a message that is no order has none. */
  readonly part?: "order" | "lines" | "status";
  /**
   * Null where the record states no time of its own. The lines of an order then stand at the order's time; a message
   * that is no order (a row of a customer list) stands at the time it first arrived. What is not stated is no part of
   * the content: the same row tomorrow is a duplicate.
   */
  readonly at: number | null;
  /**
   * The time as the source's clock showed it, where `at` was put right by ours. Copies of a message are compared by this
   * one: by how much a clock is wrong is measured anew with every copy.
   */
  readonly statedAt?: number;
  /** The source's time of this version; the later one stands whole. Without it, `at`. */
  readonly version?: number;
  /** Code of the touchpoint; an unknown one is added to the catalogue. */
  readonly touchpoint: string;
  readonly channel?: string;
  /** Codes; unknown ones are added to the catalogue. */
  readonly place?: string;
  readonly staff?: string;
  readonly ids: Ids;
  /** name, forename, surname, birthDate, company, … as text. */
  readonly facts?: Readonly<Record<string, string>>;
  readonly lines?: readonly ArrivingLine[];
  readonly currency?: string;
  readonly amountMinor?: number;
  readonly status?: string;
  readonly promisedAt?: number;
  readonly deliveredAt?: number;
  /** When the customer is expected: a booking for later. */
  readonly expectedAt?: number;
  readonly waitSeconds?: { readonly promised?: number; readonly actual?: number; readonly perceived?: number };
  /** Names of the facts that somebody asked the customer for. */
  readonly asked?: readonly string[];
  readonly text?: string;
  /** The messageId, in the same source, of a message that is taken back. */
  readonly cancels?: string;
  /** Segment's alias: these identify the same person as `ids`. */
  readonly sameAs?: Ids;
};

export type ArrivingLine = {
  /** The line's number in its basket; without it the fields and how many equal ones came before are its key. */
  readonly line?: string;
  readonly item: string;
  readonly name?: string;
  /** Negative: a return. */
  readonly quantity: number;
  /** Of the whole line, in minor units of the record's currency. */
  readonly amountMinor?: number;
  /** Of this line, where its record states several; otherwise the record's. */
  readonly version?: number;
};

export type Verdict = {
  readonly messageId: string;
  readonly verdict: "accepted" | "duplicate" | "rejected";
  readonly reason?: string;
  /** How many of the record's own lines were inserted or changed; without it, an accepted record changed all of them. */
  readonly changed?: number;
  /** The identity that the message stands under now, accepted or duplicate. */
  readonly identity?: string;
};
