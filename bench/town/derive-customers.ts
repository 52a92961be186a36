import { edgeKey, type Edge, type Node } from "../../src/customers/evidence.ts";
import { strength, type Identity } from "../../src/customers/index.ts";
import { isPlaceholder } from "../../src/customers/names/index.ts";
import { normaliseName } from "../../src/customers/normalise/index.ts";
import { partition, type Partition } from "../../src/customers/partition.ts";
import {
  earliestSeen,
  earliestShown,
  foldFacts,
  type FoldedFact,
  type Seen,
  type Shown,
} from "../../src/customers/revision.ts";
import { isShared } from "../../src/customers/shared-value.ts";
import { shownBy } from "../../src/touchpoints/filing/consequences.ts";
import type { Touch } from "../../src/touchpoints/filing/touch.ts";

/** Who is who by these touches alone. Exact where nobody in them is seen together with anybody outside. */
export type Customers = Partition & {
  readonly shown: readonly Shown[];
  readonly seen: readonly Seen[];
  readonly facts: readonly FoldedFact[];
  readonly shared: ReadonlySet<string>;
};

export function deriveCustomers(touches: readonly Touch[]): Customers {
  const revision = shownBy(touches);
  const [shown, seen] = [earliestShown(revision.shown), earliestSeen(revision.seen)];
  const facts = foldFacts(revision.facts);
  const told = toldOf(facts);
  const shared = sharedAmong(seen, told);
  const nodes = shown.map((one) => nodeOf(one, told, shared));
  return { ...partition(nodes, seen.map(edgeOf), []), shown, seen, facts, shared };
}

type Told = ReadonlyMap<string, { readonly names: string[]; readonly births: string[] }>;

function toldOf(facts: readonly FoldedFact[]): Told {
  const told = new Map<string, { names: string[]; births: string[] }>();
  for (const { identity, name, value } of facts.filter(({ name }) => name === "name" || name === "birthDate")) {
    const known = told.get(identity) ?? { names: [], births: [] };
    told.set(identity, known);
    const [list, said] = name === "name" ? [known.names, normaliseName(value)] : [known.births, value];
    if (said !== "" && !list.includes(said)) list.push(said);
  }
  return told;
}

/** Every value with the accounts and the names that it was seen with, as `recountSharing` counts them in the tables. */
function sharedAmong(seen: readonly Seen[], told: Told): Set<string> {
  const neighbours = new Map<string, Identity[]>();
  const note = (one: Identity, other: Identity): void =>
    void neighbours.set(one.id, [...(neighbours.get(one.id) ?? []), other]);
  for (const { a, b } of seen) {
    note(a, b);
    note(b, a);
  }
  const crossing = [...neighbours].filter(([id, near]) =>
    isShared({ accounts: accountsIn(near), names: namesIn([id, ...near.map((one) => one.id)], told) }),
  );
  return new Set(crossing.map(([id]) => id));
}

function accountsIn(near: readonly Identity[]): number[] {
  const counts = new Map<string, number>();
  for (const { kind, scope } of near.filter(({ kind }) => kind === "user id" || kind === "loyalty"))
    counts.set(`${kind} ${scope}`, (counts.get(`${kind} ${scope}`) ?? 0) + 1);
  return [...counts.values()];
}

function namesIn(ids: readonly string[], told: Told): number {
  return new Set(ids.flatMap((id) => told.get(id)?.names ?? [])).size;
}

function nodeOf({ identity: { id, kind, scope, value }, at }: Shown, told: Told, shared: ReadonlySet<string>): Node {
  const { names, births } = told.get(id) ?? { names: [], births: [] };
  return { id, kind, scope, firstSeen: at, out: shared.has(id) || isPlaceholder(kind, value), names, births };
}

function edgeOf({ a, b, at }: Seen): Edge {
  const [one, other] = a.id < b.id ? [a, b] : [b, a];
  return {
    a: one.id,
    b: other.id,
    sort: "seen",
    strength: Math.max(strength(a.kind), strength(b.kind)),
    at,
  };
}

/** Under which key the partition answers for a pair. */
export function pairOf({ a, b }: { readonly a: Identity; readonly b: Identity }): string {
  const [one, other] = a.id < b.id ? [a.id, b.id] : [b.id, a.id];
  return edgeKey({ a: one, b: other, sort: "seen" });
}
