import type { SourceFile } from "./source-file.ts";

/** The checkout as the layout rules see it. `glossary` is the text of GLOSSARY.md. */
export type Tree = { readonly files: readonly SourceFile[]; readonly glossary: string };

export type Violation = {
  readonly rule: string;
  readonly file: string;
  readonly line?: number;
  readonly message: string;
};

/** A rule has no list of exceptions: what it must not hold for is part of what it says. */
export type Rule = (tree: Tree) => Violation[];

export function inWords({ rule, file, line, message }: Violation): string {
  return `${file}${line === undefined ? "" : `:${line}`}  ${message}  [${rule}]`;
}
