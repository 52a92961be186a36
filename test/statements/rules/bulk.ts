import type { InsertStmt } from "libpg-query";
import type { Ground } from "../read-levels.ts";
import type { StatementRule } from "../statement.ts";
import { all, functionName } from "../syntax.ts";

/**
 * Rows that nothing contests go in by COPY: as a batch of a thousand in binds they take 2.6 times as long on a cluster.
 * What settles conflicts cannot be copied, and may come in binds.
 */
export const bulkByCopy: StatementRule = ({ tree, ground }) => {
  const slow = all(tree, "InsertStmt").find(
    (insert) =>
      isUncontested(insert.relation?.relname ?? "", ground) &&
      insert.onConflictClause === undefined &&
      (isOfList(insert) || rowsIn(insert) > 1),
  );
  return slow && `writes ${slow.relation!.relname} from a list of binds that nothing contests: copy them`;
};

/** Two writers may bring one message or one person; what hangs on those is brought by whoever won. */
function isUncontested(table: string, { manifest, schema }: Ground): boolean {
  const placement = manifest[table];
  if (placement?.kind !== "distributed") return false;
  return !(schema.get(table)?.keys ?? []).some((key) => key.length === 1 && key[0] === placement.column);
}

function isOfList({ selectStmt }: InsertStmt): boolean {
  return all(selectStmt, "FuncCall").some((call) => /^(unnest|jsonb?_to_recordset)$/.test(functionName(call)));
}

function rowsIn({ selectStmt }: InsertStmt): number {
  return Math.max(0, ...all(selectStmt, "SelectStmt").map(({ valuesLists }) => valuesLists?.length ?? 0));
}
