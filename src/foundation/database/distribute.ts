import type { Db } from "./database.ts";
import type { Manifest, Placement } from "./placement.ts";
import { sql, type Statement } from "./sql.ts";

type Step = { readonly table: string; readonly statement: Statement };

/** Spreads the tables over a cluster as the manifest says; without the `citus` extension there is nothing to spread. */
export async function distribute(db: Db, manifest: Manifest): Promise<readonly string[]> {
  const { clustered } = await db.one<{ clustered: boolean }>(
    sql`select exists (select from pg_extension where extname = 'citus') as clustered`,
  );
  if (!clustered) return [];
  const spread = await db.many<{ name: string }>(
    sql`select logicalrel::text as name from pg_dist_partition order by name`,
  );
  const steps = stepsToDistribute(manifest, new Set(spread.map(({ name }) => name)));
  for (const { statement } of steps) await db.run(statement);
  return steps.map(({ table }) => table);
}

/** Reference tables first, because others refer to them; then each group after its first table. Exported for its test. */
export function stepsToDistribute(manifest: Manifest, spread: ReadonlySet<string>): Step[] {
  const tables = Object.entries(manifest);
  const references = tables
    .filter(([, { kind }]) => kind === "reference")
    .map(([table]) => ({ table, statement: sql`select create_reference_table(${table}::regclass)` }));
  const distributed = tables.flatMap(([table, placement]) => {
    if (placement.kind !== "distributed") return [];
    const beside = besideWhich(table, placement.group, manifest);
    const statement = sql`select create_distributed_table(${table}::regclass, ${placement.column}, colocate_with => ${beside})`;
    return [{ table, statement }];
  });
  return [...references, ...distributed].filter(({ table }) => !spread.has(table));
}

function besideWhich(table: string, group: string, manifest: Manifest): string {
  const first = Object.keys(manifest).find((name) => isOfGroup(manifest[name]!, group))!;
  return first === table ? "none" : first;
}

function isOfGroup(placement: Placement, group: string): boolean {
  return placement.kind === "distributed" && placement.group === group;
}
