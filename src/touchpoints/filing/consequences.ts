import { holdsFrom, type Revision, type Withdrawal } from "../../customers/index.ts";
import type { FiledTouch } from "./filed-touch.ts";
import type { Touch } from "./touch.ts";

/** What touches that stand show of who is who: a star from the strongest identity of each to its others. */
export function shownBy(touches: readonly Touch[]): Revision {
  const standing = touches.filter((touch) => !touch.cancelled);
  return {
    shown: standing.flatMap(({ identity, others, told, at }) =>
      [identity, ...others, ...(told.sameAs ?? [])].map((one) => ({ identity: one, at })),
    ),
    seen: standing.flatMap(({ identity, others, at }) => others.map((other) => ({ a: identity, b: other, at }))),
    facts: standing.flatMap(({ identity, source, told, at }) =>
      Object.entries(told.facts ?? {}).map(([name, value]) => ({
        identity: identity.id,
        name,
        value,
        source,
        at: holdsFrom(name, at, told.expectedAt),
      })),
    ),
    said: standing.flatMap(({ id, identity, told, at }) =>
      (told.sameAs ?? []).map((other) => ({ saying: id, a: identity.id, b: other.id, at, same: true, shows: true })),
    ),
  };
}

/** What touches that stood until now showed. */
export function shownUntilNow(filed: readonly FiledTouch[]): Withdrawal {
  const stood = filed.filter((touch) => !touch.cancelled);
  return {
    identities: [...new Set(stood.flatMap((touch) => [touch.identity, ...touch.others, ...touch.saidAs]))],
    pairs: stood.flatMap((touch) => touch.others.map((other) => ({ a: touch.identity, b: other }))),
    factsOf: [...new Set(stood.filter((touch) => touch.facts).map((touch) => touch.identity))],
    said: stood.flatMap((touch) =>
      touch.saidAs.map((other) => ({ saying: touch.place.id, a: touch.identity, b: other })),
    ),
  };
}

/** A correction that leaves who, when and what was stated of the person alone changes no evidence. */
export function showsTheSame(before: FiledTouch, after: Touch): boolean {
  return (
    shape(
      before.identity,
      before.others,
      before.saidAs,
      before.place.at.getTime(),
      stated(before.facts, before.place.at.getTime(), before.stated.expectedAt),
      before.cancelled,
    ) ===
    shape(
      after.identity.id,
      idsOf(after.others),
      idsOf(after.told.sameAs ?? []),
      after.at,
      stated(after.told.facts, after.at, after.told.expectedAt),
      after.cancelled,
    )
  );
}

function idsOf(identities: Touch["others"]): string[] {
  return identities.map((identity) => identity.id);
}

function shape(
  identity: string,
  others: readonly string[],
  saidAs: readonly string[],
  at: number,
  facts: readonly (readonly [string, string, number])[],
  cancelled: boolean,
): string {
  return JSON.stringify([identity, [...others].sort(), [...saidAs].sort(), at, facts, cancelled]);
}

/** With from when on each fact holds: what is told of a visit moves with the time that was booked. */
function stated(facts: FiledTouch["facts"] | undefined, at: number, expectedAt: number | undefined) {
  return Object.entries(facts ?? {})
    .sort(([x], [y]) => (x < y ? -1 : 1))
    .map(([name, value]) => [name, value, holdsFrom(name, at, expectedAt)] as const);
}
