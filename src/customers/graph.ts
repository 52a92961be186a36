import type { Context } from "../foundation/context.ts";
import { sql } from "../foundation/database/sql.ts";
import { compareIds, edgeKey, sorts, type Apart, type Edge, type Node, type Refusal } from "./evidence.ts";
import { kindOfStrength, strength } from "./kind.ts";
import { normaliseName } from "./normalise/index.ts";
import { isPlaceholder } from "./names/index.ts";

export type StoredNode = Node & {
  readonly shared: boolean;
  readonly customer: string;
  readonly members: readonly string[];
};
export type Graph = {
  readonly nodes: Map<string, StoredNode>;
  readonly edges: Edge[];
  readonly aparts: Apart[];
  /** As they are stored now, by the edge's key. */
  readonly refusals: Map<string, Refusal>;
};

type EvidenceRow = {
  a: string;
  b: string;
  sort: number;
  at: Date;
  same: boolean;
  said_id: string;
  refusal: Refusal | null;
};

/**
 * Whole components of the evidence graph around these identities; values that are out do not connect, save those that
 * crossed the sharing limit just now.
 */
export async function readGraph(ctx: Context, seeds: Iterable<string>, crossed: ReadonlySet<string>): Promise<Graph> {
  const nodes = new Map<string, StoredNode>();
  const rows: EvidenceRow[] = [];
  const reached = new Set(seeds);
  for (let frontier = [...reached]; frontier.length > 0;) {
    const found = await readNodes(ctx, frontier);
    for (const node of found) nodes.set(node.id, node);
    const near = await readEvidence(
      ctx,
      found.filter((node) => !node.out || crossed.has(node.id)).map((node) => node.id),
    );
    rows.push(...near);
    frontier = [...new Set(near.filter((row) => row.sort > 0 || row.same).map((row) => row.b))].filter(
      (id) => !reached.has(id),
    );
    for (const id of frontier) reached.add(id);
  }
  return {
    nodes,
    ...standingEvidence(
      rows.filter((row) => nodes.has(row.a) && nodes.has(row.b)),
      nodes,
    ),
  };
}

type IdentityRow = {
  id: string;
  kind: number;
  scope: string;
  value: string;
  first_seen: Date;
  shared: boolean;
  customer_id: string;
  members: string[];
};

async function readNodes(ctx: Context, ids: readonly string[]): Promise<StoredNode[]> {
  const [rows, facts, blocks] = await Promise.all([
    ctx.db.many<IdentityRow>(sql`
      select id, kind, scope, value, first_seen, shared, customer_id, members
      from identities where id = any(${ids}::uuid[])`),
    readNames(ctx, ids),
    ctx.db.many<{ identity_id: string }>(sql`
      select identity_id from blocks where identity_id = any(${ids}::uuid[])`),
  ]);
  const blocked = new Set(blocks.map((row) => row.identity_id));
  return rows.map((row) => nodeOf(row, facts.get(row.id), blocked.has(row.id)));
}

function nodeOf(
  row: IdentityRow,
  facts: { names: string[]; births: string[] } | undefined,
  blocked: boolean,
): StoredNode {
  const kind = kindOfStrength(row.kind);
  return {
    id: row.id,
    kind,
    scope: row.scope,
    firstSeen: row.first_seen.getTime(),
    out: row.shared || blocked || isPlaceholder(kind, row.value),
    names: facts?.names ?? [],
    births: facts?.births ?? [],
    shared: row.shared,
    customer: row.customer_id,
    members: row.members,
  };
}

/** Normalised names and birth dates by identity. */
export async function readNames(
  ctx: Context,
  ids: readonly string[],
): Promise<Map<string, { names: string[]; births: string[] }>> {
  const rows = await ctx.db.many<{ identity_id: string; name: string; value: string }>(sql`
    select identity_id, name, value from facts where identity_id = any(${ids}::uuid[]) and name in ('name', 'birthDate')`);
  const found = new Map<string, { names: string[]; births: string[] }>();
  for (const row of rows) {
    const facts = found.get(row.identity_id) ?? { names: [], births: [] };
    const [list, value] = row.name === "name" ? [facts.names, normaliseName(row.value)] : [facts.births, row.value];
    if (value !== "" && !list.includes(value)) list.push(value);
    found.set(row.identity_id, facts);
  }
  return found;
}

function readEvidence(ctx: Context, ids: readonly string[]): Promise<EvidenceRow[]> {
  return ctx.db.many<EvidenceRow>(sql`
    select a, b, sort, at, same, said_id, refusal
    from evidence where a = any(${ids}::uuid[]) and not revoked`);
}

/** Each pair once, its smaller end first; of several sayings about a pair the later said stands. */
function standingEvidence(rows: readonly EvidenceRow[], nodes: ReadonlyMap<string, Node>): Omit<Graph, "nodes"> {
  const latest = new Map<string, EvidenceRow>();
  const refusals = new Map<string, Refusal>();
  for (const row of rows.map(smallerEndFirst)) {
    const key = edgeKey({ a: row.a, b: row.b, sort: sorts[row.sort]! });
    const other = latest.get(key);
    if (!other || saidLater(row, other)) latest.set(key, row);
    if (row.refusal) refusals.set(key, row.refusal);
  }
  const standing = [...latest.values()];
  const edges = standing.filter((row) => row.same).map((row) => edgeOf(row, nodes));
  return { edges, aparts: standing.filter((row) => !row.same).map(({ a, b }) => ({ a, b })), refusals };
}

function edgeOf(row: EvidenceRow, nodes: ReadonlyMap<string, Node>): Edge {
  const weakerEnd = Math.max(strength(nodes.get(row.a)!.kind), strength(nodes.get(row.b)!.kind));
  return { a: row.a, b: row.b, sort: sorts[row.sort]!, strength: weakerEnd, at: row.at.getTime(), saying: row.said_id };
}

function smallerEndFirst(row: EvidenceRow): EvidenceRow {
  return compareIds(row.a, row.b) < 0 ? row : { ...row, a: row.b, b: row.a };
}

function saidLater(x: EvidenceRow, y: EvidenceRow): boolean {
  return x.at.getTime() - y.at.getTime() > 0 || (x.at.getTime() === y.at.getTime() && x.said_id > y.said_id);
}
