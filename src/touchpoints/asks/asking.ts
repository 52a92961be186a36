import { factName, type Telling } from "../../customers/index.ts";

/** Somebody was asked for something: as a touch says, or as a channel reported. Times are milliseconds since 1970. */
export type Asking = {
  readonly identity: string;
  readonly at: number;
  /** The touch's or the report's. */
  readonly id: string;
  readonly facts: readonly string[];
  readonly channel: string;
  readonly placeId: string | null;
  readonly source: string;
  readonly reported: boolean;
};

/** One fact, asked for although it was known. */
export type Reask = Omit<Asking, "facts" | "reported"> & {
  readonly fact: string;
  readonly knownSince: number;
  readonly knownFrom: string;
};

type WhatWasKnown = (at: number) => ReadonlyMap<string, Telling>;

/**
 * Which of one customer's askings were for something known. A touch and a report that say the same of one moment are one
 * asking, under whichever of the customer's identities they came; the order in which they came makes no difference.
 */
export function askedAgain(askings: readonly Asking[], known: WhatWasKnown): Reask[] {
  const once = new Map<string, Reask>();
  for (const asking of askings.toSorted(touchesFirst)) {
    for (const reask of again(asking, known(asking.at))) {
      const key = [reask.at, reask.fact, reask.channel, reask.placeId].join("\u001f");
      if (!once.has(key)) once.set(key, reask);
    }
  }
  return [...once.values()];
}

function again(asking: Asking, known: ReadonlyMap<string, Telling>): Reask[] {
  const { identity, at, id, facts, channel, placeId, source } = asking;
  const where = { identity, at, id, channel, placeId, source };
  return [...new Set(facts.map(factName))].flatMap((fact) => {
    const telling = known.get(fact);
    return telling ? [{ ...where, fact, knownSince: telling.since, knownFrom: telling.source }] : [];
  });
}

function touchesFirst(one: Asking, other: Asking): number {
  if (one.reported !== other.reported) return one.reported ? 1 : -1;
  return one.id !== other.id ? (one.id < other.id ? -1 : 1) : one.identity < other.identity ? -1 : 1;
}
