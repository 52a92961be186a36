import { compareIds, edgeKey, inOrder, type Apart, type Edge, type Node, type Refusal } from "./evidence.ts";
import { isLimited } from "./kind.ts";
import { hasWeakEnd, refusalOf } from "./refusal.ts";
import { saidSame } from "./said-same.ts";
import { canonicalOf, sideOf, unite, type Limits, type Side } from "./side.ts";

export type Customer = { readonly id: string; readonly members: readonly string[] };
export type Partition = { readonly customers: readonly Customer[]; readonly refusals: ReadonlyMap<string, Refusal> };

/** One account per source and one number per programme; everything else is without limit. */
const usualLimits: Limits = (kind) => (isLimited(kind) ? 1 : Infinity);

/**
 * Who is one person: the evidence is taken in its order, and each piece joins two customers unless the union would break
 * a condition. The answer is a function of the set of evidence; the order of arrival plays no part.
 */
export function partition(
  nodes: readonly Node[],
  edges: readonly Edge[],
  aparts: readonly Apart[],
  limits: Limits = usualLimits,
): Partition {
  const here = new Map(nodes.filter((node) => !node.out).map((node) => [node.id, node]));
  const standing = edges.filter((edge) => here.has(edge.a) && here.has(edge.b)).sort(inOrder);
  const said = saidSame(standing, here);
  const sides = startingSides(here, aparts, limits);
  const refusals = new Map<string, Refusal>();
  for (const edge of standing) {
    const [x, y] = [sides.get(edge.a)!, sides.get(edge.b)!];
    if (x === y) continue;
    const refusal = refusalOf(x, y, hasWeakEnd(here.get(edge.a)!, here.get(edge.b)!), limits, said);
    if (refusal) refusals.set(edgeKey(edge), refusal);
    else join(x, y, sides);
  }
  const alone = nodes.filter((node) => node.out).map((node) => ({ id: node.id, members: [node.id] }));
  return { customers: [...[...new Set(sides.values())].map(customerOf), ...alone], refusals };
}

function startingSides(here: ReadonlyMap<string, Node>, aparts: readonly Apart[], limits: Limits): Map<string, Side> {
  const others = new Map<string, string[]>();
  const note = (id: string, other: string): void => void others.set(id, [...(others.get(id) ?? []), other]);
  for (const { a, b } of aparts) {
    note(a, b);
    note(b, a);
  }
  return new Map([...here.values()].map((node) => [node.id, sideOf(node, limits, others.get(node.id) ?? [])]));
}

function join(x: Side, y: Side, sides: Map<string, Side>): void {
  const [from, kept] = x.members.length >= y.members.length ? [y, x] : [x, y];
  const moved = [...from.members];
  unite(x, y);
  for (const node of moved) sides.set(node.id, kept);
}

function customerOf(side: Side): Customer {
  return { id: canonicalOf(side.members).id, members: side.members.map((node) => node.id).sort(compareIds) };
}
