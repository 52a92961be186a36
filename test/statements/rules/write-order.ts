import type { Ground } from "../read-levels.ts";
import { readStatements, type StatementRule } from "../statement.ts";
import { all, as } from "../syntax.ts";
import type { Node } from "libpg-query";

/** Nothing says which part of a statement writes first. */
export const oneSortOfWriting: StatementRule = ({ tree, ground }) => {
  const { reference, distributed } = writtenBy(tree, ground);
  return reference && distributed
    ? `writes ${reference} and ${distributed} at once: write what stands everywhere first, by a statement of its own`
    : undefined;
};

/** Within a transaction what stands everywhere is written before what is distributed; after it, the cluster refuses. */
export function lateReference(before: string, after: string, ground: Ground): string | undefined {
  const early = readStatements(before, ground).map(({ tree }) => writtenBy(tree, ground).distributed);
  const late = readStatements(after, ground).map(({ tree }) => writtenBy(tree, ground).reference);
  const [distributed, reference] = [early.find(Boolean), late.find(Boolean)];
  return distributed && reference && `writes ${reference} after ${distributed} in one transaction: turn them round`;
}

type Written = { readonly reference: string | undefined; readonly distributed: string | undefined };

function writtenBy(tree: Node, { manifest }: Ground): Written {
  const copied = as(tree, "CopyStmt");
  const changes = [
    ...all(tree, "InsertStmt"),
    ...all(tree, "UpdateStmt"),
    ...all(tree, "DeleteStmt"),
    ...(copied?.is_from ? [copied] : []),
  ];
  const tables = changes.map(({ relation }) => relation?.relname ?? "");
  const of = (kind: string) => tables.find((table) => manifest[table]?.kind === kind);
  return { reference: of("reference"), distributed: of("distributed") };
}
