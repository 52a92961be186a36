import type { Node } from "libpg-query";
import type { Column, Level } from "./level.ts";
import { columnOf } from "./outputs.ts";
import { all, as, operatorName, spelling } from "./syntax.ts";

/** What a level's conditions make equal: columns with each other, and with what is the same for every row. */
export type Equalities = {
  /** Whether two always hold the same. */
  readonly areEqual: (one: Column, other: Column) => boolean;
  /** Whether it holds the same in every row: equal to a bind, a literal, or a column further out. */
  readonly isFixed: (column: Column) => boolean;
  readonly equalTo: (column: Column) => readonly string[];
};

const fixed = "fixed ";

export function equalitiesOf(level: Level): Equalities {
  const sets = new Map<string, Set<string>>();
  for (const [one, other] of pairsIn(level)) unite(sets, one, other);
  const equalTo = (column: Column): readonly string[] => [...(sets.get(nameOf(column)) ?? [nameOf(column)])];
  return {
    equalTo,
    areEqual: (one, other) => equalTo(one).includes(nameOf(other)),
    isFixed: (column) => equalTo(column).some((name) => name.startsWith(fixed)) || column.level !== level,
  };
}

export function nameOf({ level, source, column }: Column): string {
  return `${level.id}.${level.sources.indexOf(source)}.${column}`;
}

function unite(sets: Map<string, Set<string>>, one: string, other: string): void {
  const united = new Set([...(sets.get(one) ?? [one]), ...(sets.get(other) ?? [other])]);
  for (const name of united) sets.set(name, united);
}

function pairsIn(level: Level): [string, string][] {
  const fromUsing = level.using.flatMap(({ column, left, right }) => {
    const sides = [left, right].map((side) => side.filter(({ columns }) => columns?.includes(column) ?? true));
    return sides[0]!.flatMap((one) =>
      sides[1]!.map((other): [string, string] => [
        nameOf({ level, source: one, column }),
        nameOf({ level, source: other, column }),
      ]),
    );
  });
  return [...fromUsing, ...level.conditions.flatMap((condition) => pairsOf(condition, level))];
}

function pairsOf(condition: Node, level: Level): [string, string][] {
  const empty = as(condition, "NullTest");
  if (empty?.nulltesttype === "IS_NULL") return pair(empty.arg!, { A_Const: { isnull: true } }, level);
  const expression = as(condition, "A_Expr");
  if (expression?.kind !== "AEXPR_OP" || operatorName(expression) !== "=") return [];
  const [left, right] = [as(expression.lexpr, "RowExpr"), as(expression.rexpr, "RowExpr")];
  if (left && right) return (left.args ?? []).flatMap((arg, index) => pair(arg, right.args![index]!, level));
  return pair(expression.lexpr!, expression.rexpr!, level);
}

function pair(one: Node, other: Node, level: Level): [string, string][] {
  const names = [one, other].map((side) => nameOfSide(side, level));
  return names[0] !== undefined && names[1] !== undefined ? [[names[0], names[1]]] : [];
}

function nameOfSide(side: Node, level: Level): string | undefined {
  const bare = withoutCast(side);
  const ref = as(bare, "ColumnRef");
  const column = ref && columnOf(ref, level);
  if (column) return column.level === level ? nameOf(column) : `${fixed}${nameOf(column)}`;
  const ours = all(bare, "ColumnRef").some((ref) => (columnOf(ref, level)?.level ?? level) === level);
  return ours ? undefined : `${fixed}${spelling(bare)}`;
}

function withoutCast(node: Node): Node {
  const cast = as(node, "TypeCast");
  return cast?.arg ? withoutCast(cast.arg) : node;
}
