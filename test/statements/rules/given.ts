import { equalitiesOf } from "../equality.ts";
import type { Column, Level, Source } from "../level.ts";
import { columnOf } from "../outputs.ts";
import { as } from "../syntax.ts";

/** The distribution column of each distributed source of a level. */
export function keyed(level: Level): Column[] {
  const isKeyed = (source: Source) => source.isSpread && source.keyColumn !== undefined;
  return level.sources.filter(isKeyed).map((source) => ({ level, source, column: source.keyColumn! }));
}

/** `key = $1`, `key = any($1)`, `key in (…)`. */
export function isGiven(key: Column, level: Level): boolean {
  if (equalitiesOf(level).isFixed(key)) return true;
  return level.conditions.some((condition) => {
    const among = as(condition, "A_Expr");
    const isAmong = among?.kind === "AEXPR_OP_ANY" || among?.kind === "AEXPR_IN";
    const ref = as(isAmong ? among.lexpr : as(condition, "SubLink")?.testexpr, "ColumnRef");
    const column = ref && columnOf(ref, level);
    return column?.source === key.source && column.column === key.column;
  });
}

/** Equal to a column of something that is no table: a list of binds, a query that was given its own keys. */
export function isListed(key: Column, level: Level): boolean {
  const sources = equalitiesOf(level)
    .equalTo(key)
    .map((name) => level.sources[Number(/^\d+\.(\d+)\./.exec(name)?.[1])]);
  return sources.some((source) => source !== undefined && source !== key.source && source.table === undefined);
}

export function inWords({ source, column }: Column): string {
  return `${source.name}.${column}`;
}
