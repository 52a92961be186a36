import type { Node } from "libpg-query";
import type { Level, Output, Source } from "./level.ts";
import { outputsOf } from "./outputs.ts";
import { all, as, functionName, spelling } from "./syntax.ts";

const aggregates =
  /^(count|sum|min|max|avg|stddev.*|var.*|(array|string|jsonb?|jsonb?_object)_agg|bool_(and|or)|every|percentile_.*|mode|corr|regr_.*)$/;

/** Which sets of a query's columns name one row of it. */
export function keysOf(level: Level): string[][] {
  const outputs = outputsOf(level);
  if (!outputs) return [];
  const everything = outputs.map(({ name }) => name);
  if (level.parts.length > 0) return isUnionAll(level) ? [] : [everything];
  if (isOneRow(level)) return [[]];
  const grouped = level.body.groupClause;
  if (grouped) return namesOf(grouped, outputs);
  const distinct = level.body.distinctClause;
  if (distinct) return isDistinctOn(distinct) ? namesOf(distinct, outputs) : [everything];
  return keysOfJoin(level.sources, outputs);
}

function isUnionAll(level: Level): boolean {
  return (level.body as { all?: boolean }).all === true;
}

export function isDistinctOn(distinct: readonly Node[]): boolean {
  return distinct.some((node) => Object.keys(node).length > 0);
}

/** An aggregate over everything answers with one row. */
export function isOneRow({ body, parts }: Level): boolean {
  if (parts.length > 0 || body.groupClause || body.changes) return false;
  const calls = (body.targetList ?? []).flatMap((target) => all(target, "FuncCall"));
  return calls.some((call) => !call.over && aggregates.test(functionName(call)));
}

/** The names under which all of these are answered, if they are. */
function namesOf(expressions: readonly Node[], outputs: readonly Output[]): string[][] {
  const names = expressions.map((expression) => outputFor(expression, outputs)?.name);
  return names.every((name) => name !== undefined) ? [names as string[]] : [];
}

/** An expression of `group by` or `order by` may be an output's number, its name, or what it is made of. */
export function outputFor(expression: Node, outputs: readonly Output[]): Output | undefined {
  const number = as(expression, "A_Const")?.ival?.ival;
  if (number !== undefined) return outputs[number - 1];
  const fields = as(expression, "ColumnRef")?.fields ?? [];
  const name = fields.length === 1 ? as(fields[0], "String")?.sval : undefined;
  return (
    outputs.find((output) => output.name === name) ??
    outputs.find(({ node }) => spelling(node) === spelling(expression))
  );
}

/** A row of a join is named by a key of each source. */
function keysOfJoin(sources: readonly Source[], outputs: readonly Output[]): string[][] {
  let keys: string[][] = [[]];
  for (const source of sources) {
    const own = source.keys.map((key) => key.map((column) => nameOfColumn(source, column, outputs)));
    const whole = own.filter((key): key is string[] => key.every((name) => name !== undefined));
    keys = keys.flatMap((key) => whole.map((more) => [...key, ...more])).slice(0, 8);
  }
  return keys;
}

function nameOfColumn(source: Source, column: string, outputs: readonly Output[]): string | undefined {
  return outputs.find((output) => output.column?.source === source && output.column.column === column)?.name;
}

/** The name under which a query hands the distribution key on. */
export function keyColumnOf(level: Level): string | undefined {
  const outputs = outputsOf(level) ?? [];
  return outputs.find(({ column }) => column && column.source.keyColumn === column.column)?.name;
}
