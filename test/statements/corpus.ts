import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Heard } from "./heard.ts";

/** A statement of the product and the file that wrote it. */
type Entry = { readonly origin: string; readonly text: string };

const file = fileURLToPath(new URL("../statements.corpus.sql", import.meta.url));
const heading = `-- Every statement that the product sent in the tests, by the file that wrote it: a new query shows in review.
-- Renewed by: npm run corpus
`;

/** The product's own statements, tidied, each once, sorted. */
export function entriesOf(heard: readonly Heard[]): Entry[] {
  const entries = heard
    .filter(({ origin }) => isProduct(origin))
    .map(({ origin, text }) => ({ origin, text: tidied(text) }));
  const once = new Map(entries.map((entry) => [inCorpus(entry), entry]));
  return [...once.keys()].sort().map((key) => once.get(key)!);
}

export function isProduct(origin: string): boolean {
  return origin.startsWith("src/") && !/\.test\.tsx?$/.test(origin);
}

export function readCorpus(): string {
  return readFileSync(file, "utf8");
}

export function writeCorpus(entries: readonly Entry[]): void {
  writeFileSync(file, [heading, ...entries.map(inCorpus)].join("\n"));
}

/** What stands in the corpus for one statement. */
export function inCorpus({ origin, text }: Entry): string {
  return `-- ${origin}\n${text};\n`;
}

/** Without the indentation that the statement had in its file, and without empty lines. */
function tidied(text: string): string {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const indents = lines.slice(/^\s/.test(lines[0] ?? "") ? 0 : 1).map((line) => line.search(/\S/));
  const indent = Math.min(...indents, 80);
  return lines.map((line) => line.slice(Math.min(indent, line.search(/\S/))).trimEnd()).join("\n");
}
