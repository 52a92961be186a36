import type { Context } from "../foundation/context.ts";
import { sql } from "../foundation/database/sql.ts";
import { sorts, type Refusal } from "./evidence.ts";
import { readGraph, type Graph } from "./graph.ts";
import { partition, type Partition } from "./partition.ts";
import { namedNeighbourhood, recountSharing } from "./recount.ts";

/** What changed in the evidence, by the identities it concerns. The evidence lock is held. */
export type EvidenceChange = {
  readonly touched: readonly string[];
  readonly renamed: readonly string[];
  /** Something was withdrawn: a shared value may be nobody's shop telephone any more. */
  readonly takenBack: boolean;
};

/** Derives the customers around a change again; answers with the identities whose customer is another now. */
export async function repartition(ctx: Context, change: EvidenceChange): Promise<readonly string[]> {
  const named = await namedNeighbourhood(ctx, change.renamed, change.takenBack);
  const recount = [...new Set([...change.touched, ...named])];
  const crossed = await recountSharing(ctx, recount, change.takenBack);
  return derive(ctx, new Set([...change.touched, ...change.renamed, ...crossed]), new Set(crossed));
}

/**
 * Derives whole components from the evidence as it stands and stores what is different. What was refused between two
 * values that have just come to be shared would otherwise never be looked at again: `crossed` are read to their ends.
 */
export async function derive(
  ctx: Context,
  seeds: Iterable<string>,
  crossed: ReadonlySet<string> = new Set(),
): Promise<readonly string[]> {
  const graph = await readGraph(ctx, seeds, crossed);
  const derived = partition([...graph.nodes.values()], graph.edges, graph.aparts);
  const [, changed] = await Promise.all([storeRefusals(ctx, graph, derived), storeCustomers(ctx, graph, derived)]);
  return changed;
}

async function storeCustomers(ctx: Context, graph: Graph, derived: Partition): Promise<readonly string[]> {
  const changed = derived.customers.flatMap(({ id, members }) =>
    members.filter((member) => isOther(graph, member, id, members)).map((member) => ({ member, id, members })),
  );
  if (changed.length > 0)
    await ctx.db.run(sql`
      update identities set customer_id = changed.customer_id, members = changed.members::uuid[]
      from unnest(
        ${changed.map((row) => row.member)}::uuid[],
        ${changed.map((row) => row.id)}::uuid[],
        ${changed.map((row) => `{${row.members.join()}}`)}::text[]
      ) as changed (id, customer_id, members)
      where identities.id = changed.id`);
  return changed.map((row) => row.member);
}

function isOther(graph: Graph, member: string, customer: string, members: readonly string[]): boolean {
  const stored = graph.nodes.get(member)!;
  return stored.customer !== customer || stored.members.join() !== members.join();
}

async function storeRefusals(ctx: Context, graph: Graph, derived: Partition): Promise<void> {
  const keys = new Set([...graph.refusals.keys(), ...derived.refusals.keys()]);
  const changed = [...keys].filter((key) => text(graph.refusals.get(key)) !== text(derived.refusals.get(key)));
  if (changed.length === 0) return;
  const rows = changed.map(
    (key) => [...key.split(" "), text(derived.refusals.get(key))] as [string, string, string, string | null],
  );
  const both = [...rows, ...rows.map(([a, b, ...rest]): (typeof rows)[number] => [b, a, ...rest])];
  await ctx.db.run(sql`
    update evidence set refusal = changed.refusal::jsonb
    from unnest(
      ${both.map((row) => row[0])}::uuid[],
      ${both.map((row) => row[1])}::uuid[],
      ${both.map((row) => sorts.indexOf(row[2] as (typeof sorts)[number]))}::smallint[],
      ${both.map((row) => row[3])}::text[]
    ) as changed (a, b, sort, refusal)
    where evidence.a = changed.a and evidence.b = changed.b and evidence.sort = changed.sort and not evidence.revoked`);
}

function text(refusal: Refusal | null | undefined): string | null {
  return refusal ? JSON.stringify({ because: refusal.because, a: refusal.a, b: refusal.b }) : null;
}
