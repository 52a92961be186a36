import type { Node } from "libpg-query";
import type { Level } from "./level.ts";
import { readLevels, type Ground } from "./read-levels.ts";
import { all, as, parse } from "./syntax.ts";

/** A statement as the rules see it. */
export type Statement = {
  readonly text: string;
  readonly tree: Node;
  readonly levels: readonly Level[];
  readonly ground: Ground;
  /** Every table of ours that it names, at any depth. */
  readonly tables: readonly string[];
};

/** A rule answers with what is wrong, in words, or with nothing. */
export type StatementRule = (statement: Statement) => string | undefined;

/** The statements in a text that read or change data. What makes tables or opens transactions is no concern of the rules. */
export function readStatements(text: string, ground: Ground): Statement[] {
  return parse(text)
    .filter(readsOrChanges)
    .map((tree) => {
      const names = all(tree, "RangeVar").map(({ relname }) => relname!);
      const tables = [...new Set(names)].filter((name) => name in ground.manifest);
      return { text, tree, levels: readLevels(tree, ground), ground, tables };
    });
}

/** Whether a text is a statement of this sort, and not a script or a transaction's begin. */
export function isAboutData(text: string): boolean {
  const trees = parse(text);
  return trees.length === 1 && trees.every(readsOrChanges);
}

function readsOrChanges(tree: Node): boolean {
  const kinds = ["SelectStmt", "InsertStmt", "UpdateStmt", "DeleteStmt", "MergeStmt", "CopyStmt"] as const;
  return kinds.some((kind) => as(tree, kind) !== undefined);
}

/** The group of each distributed table named. */
export function groupsOf({ tables, ground }: Statement): Map<string, string> {
  const placed = tables.map((table) => [table, ground.manifest[table]!] as const);
  return new Map(
    placed.flatMap(([table, placement]) => (placement.kind === "distributed" ? [[table, placement.group]] : [])),
  );
}
