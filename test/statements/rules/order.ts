import type { Node } from "libpg-query";
import { isDistinctOn, isOneRow, outputFor } from "../derived.ts";
import { equalitiesOf, nameOf, type Equalities } from "../equality.ts";
import type { Column, Level, Source } from "../level.ts";
import { columnOf, outputsOf } from "../outputs.ts";
import type { StatementRule } from "../statement.ts";
import { all, as, spelling, text } from "../syntax.ts";

/** Where only some rows are answered, everybody agrees which. */
export const limitedInOrder: StatementRule = ({ levels }) => {
  const found = levels.find((level) => isLimited(level) && !isTotal(level));
  return found && `limits rows of ${namesIn(found)} whose order is not total: end it with a unique key`;
};

function isLimited({ body }: Level): boolean {
  return body.limitCount !== undefined || body.limitOffset !== undefined;
}

function namesIn(level: Level): string {
  return level.sources.map(({ name }) => name).join(", ") || "a union";
}

function isTotal(level: Level): boolean {
  if (isOneRow(level)) return true;
  const ordered = orderedBy(level);
  if (level.parts.length > 0) return ordered.length >= (outputsOf(level)?.length ?? Infinity);
  const known = knownFrom(ordered, level);
  const isKnown = (expression: Node) =>
    ordered.some((one) => spelling(one) === spelling(expression)) || known.expression(expression);
  const { groupClause, distinctClause } = level.body;
  if (groupClause) return groupClause.map((one) => meant(one, level)).every(isKnown);
  if (distinctClause && isDistinctOn(distinctClause))
    return distinctClause.map((one) => meant(one, level)).every(isKnown);
  // Rows that answer the same may change places.
  const outputs = outputsOf(level);
  const sameToLookAt =
    outputs?.every(({ node, column }) => (column ? known.column(column) : node && isKnown(node))) ?? false;
  return sameToLookAt || (!distinctClause && level.sources.every(known.source));
}

/** What the rows are ordered by: numbers and names of outputs replaced by what they stand for. */
function orderedBy(level: Level): Node[] {
  return (level.body.sortClause ?? []).map((item) => meant(as(item, "SortBy")!.node!, level));
}

function meant(expression: Node, level: Level): Node {
  const bare = as(expression, "CollateClause")?.arg ?? expression;
  const output = outputFor(bare, outputsOf(level) ?? []);
  const node = output?.node ?? (output?.column && reference(output.column)) ?? bare;
  return as(node, "CollateClause")?.arg ?? node;
}

function reference({ source, column }: Column): Node {
  return { ColumnRef: { fields: [{ String: { sval: source.name } }, { String: { sval: column } }] } };
}

type Known = {
  readonly column: (column: Column) => boolean;
  readonly source: (source: Source) => boolean;
  readonly expression: (expression: Node) => boolean;
};

/** All that is settled once these expressions are: what equals them, and the rest of a row whose key is settled. */
function knownFrom(ordered: readonly Node[], level: Level): Known {
  const equalities = equalitiesOf(level);
  const names = new Set(ordered.flatMap((expression) => namesOf(expression, level, equalities)));
  const settled = new Set<Source>();
  const column = (one: Column): boolean =>
    equalities.isFixed(one) || settled.has(one.source) || equalities.equalTo(one).some((name) => names.has(name));
  const columnsKnown = (source: Source, columns: readonly string[]) =>
    columns.every((name) => column({ level, source, column: name }));
  for (let before = -1; before < settled.size;) {
    before = settled.size;
    for (const source of level.sources.filter((source) => !settled.has(source))) {
      const keys = source.columns ? [...source.keys, source.columns] : source.keys;
      if (!keys.some((key) => columnsKnown(source, key))) continue;
      settled.add(source);
      for (const name of source.columns ?? [])
        equalities.equalTo({ level, source, column: name }).forEach((one) => names.add(one));
    }
  }
  const expression = (node: Node): boolean => {
    const ref = as(node, "ColumnRef");
    const found = ref && columnOf(ref, level);
    return found ? column(found) : all(node, "ColumnRef").length === 0;
  };
  return { column, source: (source) => settled.has(source), expression };
}

function namesOf(expression: Node, level: Level, { equalTo }: Equalities): readonly string[] {
  const ref = as(expression, "ColumnRef");
  const column = ref && columnOf(ref, level);
  return column?.level === level ? [nameOf(column), ...equalTo(column)] : [];
}

/** Text is ordered by its bytes, which is the same on every server whatever its locale. */
export const textByBytes: StatementRule = ({ levels, ground }) => {
  for (const level of levels) {
    const { targetList, returning, sortClause } = level.body;
    const sorted = all([targetList, returning, sortClause, level.conditions], "SortBy");
    for (const { node } of sorted) {
      const ref = as(meantByOrder(node!, level), "ColumnRef");
      const column = ref && columnOf(ref, level);
      const type = column?.source.table && ground.schema.get(column.source.table)?.columns.get(column.column);
      if (type === "text") return `orders by ${text(ref!.fields?.at(-1))} in the server's own locale: add collate "C"`;
    }
  }
  return undefined;
};

function meantByOrder(expression: Node, level: Level): Node {
  const output = outputFor(expression, outputsOf(level) ?? []);
  return output?.node ?? (output?.column && reference(output.column)) ?? expression;
}
