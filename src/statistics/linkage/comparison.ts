/**
 * What is compared of two records, and which levels of agreement it knows. Level 0 is always "missing on one side": it
 * says nothing. `columns` are places in a record's row.
 *
 * - words: one short text · digits: a number that people mistype · dates: YYYYMMDD · emails
 * - twoParts: two texts that may be exchanged, like forename and surname; both columns share one vocabulary
 */
export type Comparison = {
  readonly name: string;
  readonly kind: Kind;
  readonly columns: readonly number[];
  /**
   * How often people of one household share it, as a first guess: 0 (usual) as strangers do, 1 as one person's records do.
   * Of two parts with a guess below 1 the first is a person's own, like a forename.
   */
  readonly relatives?: number;
  /** Values that are two words for one thing: nicknames. */
  readonly kin?: Kin;
};

export type Kind = "words" | "digits" | "dates" | "emails" | "twoParts";

/** For value v its kin are others[starts[v] … starts[v + 1]). */
export type Kin = { readonly starts: Int32Array; readonly others: Int32Array };

const missing = "missing";

/** The levels of each kind by number, strongest first; the last one is "nothing alike". */
export const levelsOf: Readonly<Record<Kind, readonly string[]>> = {
  words: [missing, "equal", "one slip or nearly alike", "rather alike", "one contains the other", "different"],
  digits: [missing, "equal", "equal endings", "one slip", "two slips", "different"],
  dates: [
    missing,
    "equal",
    "day and month exchanged",
    "one slip",
    "two of day, month and year equal",
    "two slips",
    "within a year",
    "within ten years",
    "different",
  ],
  emails: [missing, "equal", "two slips at most", "same mailbox elsewhere", "mailboxes alike", "different"],
  twoParts: [
    missing,
    "both equal",
    "both equal, exchanged",
    "second equal, first a nickname or initial",
    "second equal, first alike",
    "first equal, second alike",
    "both alike",
    "both alike, exchanged",
    "second equal, first missing",
    "first equal, second missing",
    "second equal, first different",
    "first equal, second different",
    "one equals the other part of the other",
    "one alike, the other not",
    "different",
  ],
};

export function levelCount({ kind }: Comparison): number {
  return levelsOf[kind].length;
}
