import { namedId } from "../foundation/ids.ts";
import { periodOf } from "./facts/index.ts";
import type { Identity } from "./identity.ts";
import { isLimited } from "./kind.ts";

/** What standing records say about who is who. Times are milliseconds since 1970. */
export type Revision = {
  readonly shown: readonly Shown[];
  readonly seen: readonly Seen[];
  readonly facts: readonly Stated[];
  readonly said: readonly Said[];
};

/** Somebody, or an alias, says that two identities are the same person, or that they are not. */
export type Said = {
  readonly saying: string;
  readonly a: string;
  readonly b: string;
  readonly at: number;
  readonly same: boolean;
  /** An alias shows the identities it names, a person only speaks of them. */
  readonly shows: boolean;
};

/** An identity that a record shows, and when. */
export type Shown = { readonly identity: Identity; readonly at: number };

/** A pair seen together; `a` is the strongest identity of its message. */
export type Seen = { readonly a: Identity; readonly b: Identity; readonly at: number };

/** A fact as one record states it; `at` is from when on it holds. Names and birth dates are evidence too. */
export type Stated = {
  readonly identity: string;
  readonly name: string;
  readonly value: string;
  readonly source: string;
  readonly at: number;
};

export type FoldedFact = Stated & { readonly id: string; readonly first: number };

function factId({ name, value, source, at }: Stated): string {
  const period = periodOf(name, at);
  return period === "" ? namedId(name, value, source) : namedId(name, value, source, period);
}

export function pairKey(a: string, b: string): string {
  return `${a} ${b}`;
}

/** Kept at each end of evidence, so that accounts are counted by scope without a look at another group. */
export function countedScope(identity: Identity): string | null {
  return isLimited(identity.kind) ? identity.scope : null;
}

/** Each once, at the earliest time it was shown; sorted, so that two writers wait for each other instead of deadlocking. */
export function earliestShown(shown: readonly Shown[]): Shown[] {
  return earliest(shown, (one) => one.identity.id);
}

export function earliestSeen(seen: readonly Seen[]): Seen[] {
  return earliest(seen, (one) => pairKey(one.a.id, one.b.id));
}

function earliest<T extends { readonly at: number }>(all: readonly T[], key: (one: T) => string): T[] {
  const first = new Map<string, T>();
  for (const one of all) {
    const known = first.get(key(one));
    if (!known || one.at < known.at) first.set(key(one), one);
  }
  return [...first.entries()].sort(([x], [y]) => (x < y ? -1 : 1)).map(([, one]) => one);
}

/** One row for the same statement of one identity, from when it was first to when it was last stated. */
export function foldFacts(stated: readonly Stated[]): FoldedFact[] {
  const folded = new Map<string, FoldedFact>();
  for (const fact of stated) {
    const id = factId(fact);
    const key = pairKey(fact.identity, id);
    const known = folded.get(key);
    const first = Math.min(fact.at, known?.first ?? fact.at);
    folded.set(key, { ...fact, id, first, at: Math.max(fact.at, known?.at ?? fact.at) });
  }
  return [...folded.entries()].sort(([x], [y]) => (x < y ? -1 : 1)).map(([, fact]) => fact);
}
