import { execFile } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { layoutViolations, readTree } from "./layout.ts";
import { inWords } from "./rule.ts";

/** `findings` is what is wrong, in words, and empty when nothing is. */
export type Check = { readonly name: string; readonly findings: () => Promise<string> };

const checkout = fileURLToPath(new URL("..", import.meta.url));

export const checks: readonly Check[] = [
  { name: "the types hold", findings: () => tool("tsc", "--noEmit", "--project", checkout) },
  { name: "the layout is that of ARCHITECTURE.md", findings: layout },
  { name: "oxlint has no objection", findings: () => tool("oxlint", "--format=unix") },
  { name: "the formatting is prettier's: npm run format", findings: () => tool("prettier", "--check", ".") },
  { name: "knip finds nothing that nobody uses", findings: () => tool("knip", "--no-progress") },
];

async function layout(): Promise<string> {
  return layoutViolations(await readTree(checkout))
    .map(inWords)
    .join("\n");
}

function tool(name: string, ...args: readonly string[]): Promise<string> {
  const program = join(checkout, "node_modules", ".bin", name);
  return new Promise((resolve) => {
    execFile(program, args, { cwd: checkout, maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
      resolve(error ? `${stdout}${stderr}`.trim() || error.message : "");
    });
  });
}
