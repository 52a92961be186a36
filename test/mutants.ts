import { spawn } from "node:child_process";
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** One wrong idea about identity, as a change to the source that the property of histories has to catch. */
export type Mutant = { readonly name: string; readonly file: string; readonly instead: string; readonly of: string };

export const mutants: readonly Mutant[] = [
  {
    name: "first seen by arrival",
    file: "src/customers/news.ts",
    of: "seen.filter((one) => one.at < (pairs.get(pairKey(one.a.id, one.b.id)) ?? Infinity))",
    instead: "seen.filter((one) => !pairs.has(pairKey(one.a.id, one.b.id)))",
  },
  {
    name: "only the customers touched are derived again",
    file: "src/customers/graph.ts",
    of: "row.sort > 0 || row.same",
    instead: "row.refusal === null && (row.sort > 0 || row.same)",
  },
  {
    name: "sharing counted in customers",
    file: "src/customers/recount.ts",
    of: "select a, count(*)::int as n from evidence\n",
    instead:
      "select a, count(distinct identities.customer_id)::int as n from evidence join identities on identities.id = b\n",
  },
  {
    name: "a late name is ignored",
    file: "src/customers/news.ts",
    of: "renamed: idsOf(",
    instead: "renamed: [], ignored: idsOf(",
  },
  {
    name: "the first copy of a corrected record wins",
    file: "src/touchpoints/filing/piece.ts",
    of: "return piece.version > than.version || (piece.version === than.version && piece.content > than.content);",
    instead: "return piece === than && false;",
  },
];

const root = new URL("..", import.meta.url).pathname;
const copied = ["src", "test", "migrations", "package.json", "tsconfig.json", "vitest.config.ts", "checks"];

/** Runs the property of histories on a copy of the source with this mutant in it; true when the property fails. */
export async function isCaught(mutant: Mutant, environment: Record<string, string>): Promise<boolean> {
  const copy = await mkdtemp(join(tmpdir(), "regulars-mutant-"));
  try {
    for (const name of copied) await cp(join(root, name), join(copy, name), { recursive: true });
    await symlink(join(root, "node_modules"), join(copy, "node_modules"));
    await mutate(join(copy, mutant.file), mutant);
    const { code, output } = await runProperty(copy, environment);
    return code !== 0 && output.includes("Property failed");
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

async function mutate(file: string, { name, of, instead }: Mutant): Promise<void> {
  const source = await readFile(file, "utf8");
  if (source.split(of).length !== 2) throw new Error(`the mutant "${name}" no longer fits the source; renew it`);
  await writeFile(file, source.replace(of, instead));
}

function runProperty(
  cwd: string,
  environment: Record<string, string>,
): Promise<{ code: number | null; output: string }> {
  const args = [
    "node_modules/vitest/vitest.mjs",
    "run",
    "--project",
    "suite",
    "src/touchpoints/ingest.property.soak.test.ts",
  ];
  const child = spawn(process.execPath, args, { cwd, env: { ...process.env, ...environment } });
  let output = "";
  child.stdout.on("data", (chunk) => (output += String(chunk)));
  child.stderr.on("data", (chunk) => (output += String(chunk)));
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, output })));
}
