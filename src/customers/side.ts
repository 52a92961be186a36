import { compareIds, type Node } from "./evidence.ts";
import { strength } from "./kind.ts";

/** A customer while it is being put together: its identities, and what could forbid a union. */
export type Side = {
  readonly members: Node[];
  /** Identities with a limited value, by kind and scope. */
  readonly limited: Map<string, Node[]>;
  readonly named: Node[];
  readonly born: Node[];
  /** Identities that somebody said are not the same as one of these. */
  readonly aparts: Map<string, string[]>;
};

export type Limits = (kind: Node["kind"]) => number;

export function sideOf(node: Node, limits: Limits, aparts: readonly string[]): Side {
  return {
    members: [node],
    limited: new Map(limits(node.kind) < Infinity ? [[`${node.kind} ${node.scope}`, [node]]] : []),
    named: node.names.length > 0 ? [node] : [],
    born: node.births.length > 0 ? [node] : [],
    aparts: new Map(aparts.map((other) => [other, [node.id]])),
  };
}

/** Pours the smaller side into the larger. */
export function unite(x: Side, y: Side): Side {
  const [into, from] = x.members.length >= y.members.length ? [x, y] : [y, x];
  into.members.push(...from.members);
  into.named.push(...from.named);
  into.born.push(...from.born);
  for (const [group, nodes] of from.limited) into.limited.set(group, [...(into.limited.get(group) ?? []), ...nodes]);
  for (const [other, ids] of from.aparts) into.aparts.set(other, [...(into.aparts.get(other) ?? []), ...ids]);
  return into;
}

/** The strongest, then the earliest first seen, then the smallest id. */
export function canonicalOf(members: readonly Node[]): Node {
  return members.reduce((best, node) => (byStanding(node, best) < 0 ? node : best));
}

function byStanding(x: Node, y: Node): number {
  return strength(x.kind) - strength(y.kind) || x.firstSeen - y.firstSeen || compareIds(x.id, y.id);
}
