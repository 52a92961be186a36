import { kindOfStrength, type Kind } from "../kind.ts";
import { factName } from "./fact-name.ts";

/** Something that was told to us: since when, and until when it need not be asked again. Milliseconds since 1970. */
export type Telling = {
  readonly name: string;
  readonly source: string;
  readonly since: number;
  readonly freshUntil: number | null;
};

/**
 * What is known at a moment, by name: told before it, and not stale yet. The one rule for the card's do-not-ask list, for
 * "may I ask this?" and for what counts as asked again. Of several tellings the earliest says since when and from where,
 * the freshest until when; the order in which they come makes no difference.
 */
export function knownAt(tellings: Iterable<Telling>, at: number): ReadonlyMap<string, Telling> {
  const known = new Map<string, Telling>();
  for (const telling of tellings) {
    if (!holds(telling, at)) continue;
    const name = factName(telling.name);
    const before = known.get(name);
    known.set(name, before ? both(before, telling) : { ...telling, name });
  }
  for (const [name, parts] of wholes) addWhole(known, name, parts);
  return known;
}

function holds({ since, freshUntil }: Telling, at: number): boolean {
  return since < at && (freshUntil === null || at < freshUntil);
}

function both(one: Telling, other: Telling): Telling {
  const { since, source } = isFirst(one, other) ? one : other;
  return { name: one.name, since, source, freshUntil: later(one.freshUntil, other.freshUntil) };
}

function isFirst(one: Telling, other: Telling): boolean {
  return one.since !== other.since ? one.since < other.since : one.source <= other.source;
}

function later(one: number | null, other: number | null): number | null {
  return one === null || other === null ? null : Math.max(one, other);
}

/** Who told the parts has told the whole. */
const wholes: readonly (readonly [string, readonly string[]])[] = [
  ["name", ["forename", "surname"]],
  ["address", ["street", "postcode", "city"]],
];

function addWhole(known: Map<string, Telling>, name: string, names: readonly string[]): void {
  const parts = names.flatMap((part) => known.get(part) ?? []);
  if (known.has(name) || parts.length < names.length) return;
  const last = parts.reduce((one, other) => (isFirst(one, other) ? other : one));
  const until = parts.flatMap((part) => part.freshUntil ?? []);
  known.set(name, { ...last, name, freshUntil: until.length === 0 ? null : Math.min(...until) });
}

const factOfKind: Readonly<Partial<Record<Kind, string>>> = {
  email: "email",
  phone: "phone",
  card: "card",
  loyalty: "loyalty",
};

/** An identifier is a fact as well: since it was first seen, for good. A code of a visit or a device is none. */
export function toldByIdentifier(kind: number, scope: string, firstSeen: number): Telling | undefined {
  const name = factOfKind[kindOfStrength(kind)];
  return name === undefined ? undefined : { name, source: scope || "used with us", since: firstSeen, freshUntil: null };
}
