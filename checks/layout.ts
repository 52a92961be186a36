import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  doorsLeadIn,
  groundKnowsNobody,
  noCircles,
  productStandsAlone,
  readersAreRead,
  throughTheIndex,
  webTakesTypes,
} from "./arrows.ts";
import { foldersAreExplained, noDrawers } from "./names.ts";
import type { Rule, Tree, Violation } from "./rule.ts";
import { filesStaySmall, functionsStaySmall } from "./sizes.ts";
import { readSource } from "./source-file.ts";

const rules: readonly Rule[] = [
  throughTheIndex,
  noCircles,
  readersAreRead,
  groundKnowsNobody,
  webTakesTypes,
  doorsLeadIn,
  productStandsAlone,
  filesStaySmall,
  functionsStaySmall,
  noDrawers,
  foldersAreExplained,
];

/** All that is wrong with the layout of a tree: see ARCHITECTURE.md, "Folders". */
export function layoutViolations(tree: Tree): Violation[] {
  return rules.flatMap((rule) => rule(tree));
}

const folders = ["src", "web", "test", "bench", "checks", "bin", "scripts", "migrations"];
// Written by people: the corpus of statements and the web build are written by programs.
const code = /^(?!.*\/(dist|node_modules)\/).*\.(ts|tsx|js|css)$|^migrations\/.*\.sql$/;

export async function readTree(checkout: string): Promise<Tree> {
  const paths = (await Promise.all(folders.map((folder) => filesIn(checkout, folder))))
    .flat()
    .filter((path) => code.test(path));
  const files = paths.sort().map(async (path) => readSource(path, await readFile(join(checkout, path), "utf8")));
  return { files: await Promise.all(files), glossary: await readFile(join(checkout, "GLOSSARY.md"), "utf8") };
}

async function filesIn(checkout: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(checkout, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(checkout.length).replace(/^\//, ""));
}
