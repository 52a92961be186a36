import { compareIds, type Node, type Refusal } from "./evidence.ts";
import { isWeak } from "./kind.ts";
import { namesAgree } from "./names/index.ts";
import type { SaidSame } from "./said-same.ts";
import type { Limits, Side } from "./side.ts";

/**
 * May these two sides become one customer? The conditions in their order; the first that is broken is the reason.
 * Names and birth dates are asked only where the evidence has a weak end: an account vouches for its own name.
 */
export function refusalOf(x: Side, y: Side, weakEnd: boolean, limits: Limits, said: SaidSame): Refusal | undefined {
  return (
    beyondLimit(x, y, limits, said) ??
    saidApart(x, y) ??
    (weakEnd ? (conflictingNames(x, y, said) ?? conflictingBirths(x, y)) : undefined)
  );
}

export function hasWeakEnd(x: Node, y: Node): boolean {
  return isWeak(x.kind) || isWeak(y.kind);
}

function beyondLimit(x: Side, y: Side, limits: Limits, said: SaidSame): Refusal | undefined {
  const pairs: [string, string][] = [];
  for (const [group, ofX] of x.limited) {
    const ofY = y.limited.get(group) ?? [];
    const people = new Set([...ofX, ...ofY].map((node) => said.personOf(node.id)));
    if (ofY.length === 0 || people.size <= limits(ofX[0]!.kind)) continue;
    for (const a of ofX) for (const b of ofY) if (said.personOf(a.id) !== said.personOf(b.id)) pairs.push([a.id, b.id]);
  }
  return smallest("limit", pairs);
}

function saidApart(x: Side, y: Side): Refusal | undefined {
  const [few, many] = x.aparts.size <= y.aparts.size ? [x, y] : [y, x];
  if (few.aparts.size === 0) return undefined;
  const pairs = many.members.flatMap((node) =>
    (few.aparts.get(node.id) ?? []).map((id): [string, string] => [id, node.id]),
  );
  return smallest("apart", pairs);
}

function conflictingNames(x: Side, y: Side, said: SaidSame): Refusal | undefined {
  return smallest("names", [...strangers(x.named, y.named, said), ...strangers(y.named, x.named, said)]);
}

/** Identities of one side whose name agrees with none on the other, each with the smallest identity over there. */
function* strangers(here: readonly Node[], there: readonly Node[], said: SaidSame): Generator<[string, string]> {
  if (here.length === 0 || there.length === 0) return;
  const namesThere = new Set(there.flatMap((node) => node.names));
  for (const node of here) {
    const ofPerson = said.namesOf(node.id);
    if (
      !node.names.every(
        (name) => agreesWithAny(name, namesThere) || ofPerson.some((other) => agreesWithAny(other, namesThere)),
      )
    )
      yield [node.id, smallestId(there)];
  }
}

function agreesWithAny(name: string, names: ReadonlySet<string>): boolean {
  if (names.has(name)) return true;
  for (const other of names) if (namesAgree(name, other)) return true;
  return false;
}

function conflictingBirths(x: Side, y: Side): Refusal | undefined {
  return smallest("births", [...bornElsewhere(x.born, y.born), ...bornElsewhere(y.born, x.born)]);
}

function* bornElsewhere(here: readonly Node[], there: readonly Node[]): Generator<[string, string]> {
  if (here.length === 0 || there.length === 0) return;
  const births = new Set(there.flatMap((node) => node.births));
  for (const node of here) if (!node.births.every((birth) => births.has(birth))) yield [node.id, smallestId(there)];
}

function smallestId(nodes: readonly Node[]): string {
  return nodes.reduce((best, node) => (compareIds(node.id, best) < 0 ? node.id : best), nodes[0]!.id);
}

function smallest(because: Refusal["because"], pairs: readonly (readonly [string, string])[]): Refusal | undefined {
  let best: Refusal | undefined;
  for (const [x, y] of pairs) {
    const [a, b] = compareIds(x, y) <= 0 ? [x, y] : [y, x];
    if (!best || compareIds(a, best.a) < 0 || (a === best.a && compareIds(b, best.b) < 0)) best = { because, a, b };
  }
  return best;
}
