import type { Edge, Node } from "./evidence.ts";
import { isWeak } from "./kind.ts";

/** What sayings make one person's: accounts and names that somebody named together. */
export type SaidSame = {
  /** A stand-in for all identities named together with this one. */
  readonly personOf: (id: string) => string;
  readonly namesOf: (id: string) => readonly string[];
};

/**
 * Accounts, numbers and names that one standing saying names together are one person's, and so on from saying to saying.
 * A weak identifier passes nothing on: two people who each said that a tablet is theirs said nothing of each other.
 */
export function saidSame(edges: readonly Edge[], nodes: ReadonlyMap<string, Node>): SaidSame {
  const personOf = unitedBy([...sayings(edges, nodes).values()]);
  const names = new Map<string, string[]>();
  for (const node of nodes.values()) {
    const person = personOf(node.id);
    names.set(person, [...(names.get(person) ?? []), ...node.names]);
  }
  return { personOf, namesOf: (id) => names.get(personOf(id))! };
}

/** The lasting identities that each saying names. */
function sayings(edges: readonly Edge[], nodes: ReadonlyMap<string, Node>): Map<string, string[]> {
  const named = new Map<string, string[]>();
  for (const { a, b, saying } of edges.filter((edge) => edge.sort === "said")) {
    const lasting = [a, b].filter((id) => !isWeak(nodes.get(id)!.kind));
    named.set(saying!, [...(named.get(saying!) ?? []), ...lasting]);
  }
  return named;
}

function unitedBy(groups: readonly (readonly string[])[]): (id: string) => string {
  const stand = new Map<string, string>();
  const personOf = (id: string): string => {
    const next = stand.get(id);
    return next === undefined ? id : personOf(next);
  };
  for (const [first, ...others] of groups)
    for (const other of others) if (personOf(other) !== personOf(first!)) stand.set(personOf(other), personOf(first!));
  return personOf;
}
