import { isOneRow } from "../derived.ts";
import type { Column, Level } from "../level.ts";
import { columnOf } from "../outputs.ts";
import type { Ground } from "../read-levels.ts";
import type { StatementRule } from "../statement.ts";
import { all, as, operatorName } from "../syntax.ts";
import { isGiven, isListed, keyed } from "./given.ts";

/**
 * What is asked about somebody is asked of the machine that holds them: by the distribution key. Without it a statement may
 * count, or read a page of a list in the order of an index; and it may change everything of one sort, as a rebuild does.
 */
export const askedByTheKey: StatementRule = ({ levels, ground }) => {
  for (const level of levels.filter(({ body }) => body.changes !== "insert")) {
    const keys = keyed(level).filter(({ source }) => source.table !== undefined);
    if (keys.length === 0 || keys.some((key) => isGiven(key, level) || isListed(key, level))) continue;
    const row = namedRow(level, ground);
    const { name, keyColumn } = keys[0]!.source;
    if (row) return `looks for one row by ${row} on every machine: give ${name}.${keyColumn} as well`;
    if (level.body.changes ? all(level.conditions, "ParamRef").length > 0 : !hasEnd(level))
      return `${level.body.changes ? "changes" : "reads"} ${name} on every machine: give ${name}.${keyColumn}, count, or limit`;
  }
  return undefined;
};

/** A count, a page, or whether there is anything at all. */
function hasEnd(level: Level): boolean {
  const { limitCount, groupClause, targetList } = level.body;
  const asksWhether = targetList === undefined && level.place === "expression" && level.conditions.length === 0;
  return limitCount !== undefined || groupClause !== undefined || isOneRow(level) || asksWhether;
}

/** The column by which a level names a single row of somebody's: its id, or that of the row it hangs on. */
function namedRow(level: Level, ground: Ground): string | undefined {
  const refs = level.conditions.flatMap((condition) => {
    const same = as(condition, "A_Expr");
    const isSame = same !== undefined && /^AEXPR_(OP|OP_ANY|IN)$/.test(same.kind!) && operatorName(same) === "=";
    return isSame ? [as(same.lexpr, "ColumnRef") ?? as(same.rexpr, "ColumnRef")] : [];
  });
  const columns = refs.map((ref) => ref && columnOf(ref, level)).filter((column) => column !== undefined);
  return columns.find((column) => namesRow(column, ground))?.column;
}

function namesRow({ source, column }: Column, { manifest }: Ground): boolean {
  if (!source.isSpread || column === source.keyColumn) return false;
  const parent = /^(\w+)_id$/.exec(column)?.[1];
  return column === "id" || [`${parent}s`, `${parent}es`].some((table) => manifest[table]?.kind === "distributed");
}
