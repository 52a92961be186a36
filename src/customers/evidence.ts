import type { Kind } from "./kind.ts";

/** A node of the evidence graph: an identity with what its standing records say of the person. */
export type Node = {
  readonly id: string;
  readonly kind: Kind;
  readonly scope: string;
  /** Milliseconds since 1970. */
  readonly firstSeen: number;
  /** Blocked or shared: it joins nobody. */
  readonly out: boolean;
  /** Normalised, all ever observed and not withdrawn. */
  readonly names: readonly string[];
  readonly births: readonly string[];
};

export type Sort = "said" | "seen" | "linked";
export const sorts: readonly Sort[] = ["said", "seen", "linked"];

/** One standing piece of evidence that two identities are one person; a is the smaller id. */
export type Edge = {
  readonly a: string;
  readonly b: string;
  readonly sort: Sort;
  readonly strength: number;
  readonly at: number;
  /** Which saying, of evidence that was said. */
  readonly saying?: string;
};

/** Two identities that somebody said are not the same person; a is the smaller id. */
export type Apart = { readonly a: string; readonly b: string };

/** Why evidence joins nothing: the first broken condition, with the smallest ids that break it. */
export type Refusal = {
  readonly because: "limit" | "apart" | "names" | "births";
  readonly a: string;
  readonly b: string;
};

export function edgeKey(edge: { readonly a: string; readonly b: string; readonly sort: Sort }): string {
  return `${edge.a} ${edge.b} ${edge.sort}`;
}

/** Said first; then by the strength of the weaker end, first seen, smaller id, larger id. */
export function inOrder(x: Edge, y: Edge): number {
  return (
    sorts.indexOf(x.sort) - sorts.indexOf(y.sort) ||
    x.strength - y.strength ||
    x.at - y.at ||
    compareIds(x.a, y.a) ||
    compareIds(x.b, y.b)
  );
}

export function compareIds(x: string, y: string): number {
  return x < y ? -1 : x > y ? 1 : 0;
}
