import type { InsertStmt, Node, RangeFunction, RangeSubselect, RangeVar, SelectStmt, WithClause } from "libpg-query";
import type { Manifest, Placement } from "../../src/foundation/database/placement.ts";
import { keyColumnOf, keysOf } from "./derived.ts";
import type { Body, Level, Place, Source, Using } from "./level.ts";
import { outputsOf } from "./outputs.ts";
import type { Table } from "./schema.ts";
import { as, functionName, text, visit } from "./syntax.ts";

/** What is known before a statement is read. */
export type Ground = { readonly schema: ReadonlyMap<string, Table>; readonly manifest: Manifest };

/** A query by name: undefined while it is being read, which only a recursive one asks for. */
type Named = { readonly level: Level | undefined; readonly isMaterialised: boolean };

type Scope = {
  readonly ground: Ground;
  readonly levels: Level[];
  readonly named: ReadonlyMap<string, Named>;
  readonly parent: Level | undefined;
};

/** All levels of a statement, the inner ones first. */
export function readLevels(statement: Node, ground: Ground): Level[] {
  const levels: Level[] = [];
  readStatement(statement, { ground, levels, named: new Map(), parent: undefined }, "top");
  return levels;
}

function readStatement(statement: Node, scope: Scope, place: Place): Level | undefined {
  const select = as(statement, "SelectStmt");
  if (select) return readSelect(select, scope, place);
  const insert = as(statement, "InsertStmt");
  if (insert) return readInsert(insert, scope, place);
  const update = as(statement, "UpdateStmt");
  const change = update ?? as(statement, "DeleteStmt");
  if (!change) return undefined;
  const from = [
    { RangeVar: change.relation! },
    ...(update?.fromClause ?? as(statement, "DeleteStmt")?.usingClause ?? []),
  ];
  const body: Body = {
    changes: update ? "update" : "delete",
    targetList: update?.targetList,
    whereClause: change.whereClause,
    returning: change.returningClause?.exprs ?? [],
  };
  return readLevel(body, from, withNamed(change.withClause, scope), place);
}

function readSelect(select: SelectStmt, outer: Scope, place: Place): Level {
  const scope = withNamed(select.withClause, outer);
  if (select.larg && select.rarg) {
    const parts = [readSelect(select.larg, scope, place), readSelect(select.rarg, scope, place)];
    return keep({ body: select, sources: [], conditions: [], using: [], parent: scope.parent, place, parts }, scope);
  }
  return readLevel(select, select.fromClause ?? [], scope, place);
}

function readInsert(insert: InsertStmt, outer: Scope, place: Place): Level {
  const scope = withNamed(insert.withClause, outer);
  if (insert.selectStmt) readStatement(insert.selectStmt, scope, "from");
  const body: Body = { changes: "insert", returning: insert.returningClause?.exprs ?? [] };
  return readLevel(body, [{ RangeVar: insert.relation! }], scope, place);
}

/** The scope with the queries named in `with`, each of which sees those before it. */
function withNamed(clause: WithClause | undefined, scope: Scope): Scope {
  let named = scope.named;
  for (const node of clause?.ctes ?? []) {
    const query = as(node, "CommonTableExpr")!;
    const isMaterialised = query.ctematerialized === "CTEMaterializeAlways";
    const seen = clause?.recursive
      ? new Map([...named, [query.ctename!, { level: undefined, isMaterialised }]])
      : named;
    const level = readStatement(query.ctequery!, { ...scope, named: seen }, "with");
    named = new Map([...named, [query.ctename!, { level, isMaterialised }]]);
  }
  return { ...scope, named };
}

type Gathered = { readonly sources: Source[]; readonly conditions: Node[]; readonly using: Using[] };

function readLevel(body: Body, from: readonly Node[], scope: Scope, place: Place): Level {
  const gathered: Gathered = { sources: [], conditions: [], using: [] };
  const level = keep({ body, ...gathered, parent: scope.parent, place, parts: [] }, scope);
  const inside = { ...scope, parent: level };
  for (const item of from) gather(item, gathered, inside, false);
  gathered.conditions.push(...splitAtAnd(body.whereClause));
  const { targetList, returning, groupClause, havingClause, sortClause } = body;
  readExpressions([targetList, returning, groupClause, havingClause, sortClause, gathered.conditions], inside);
  return level;
}

function keep(level: Omit<Level, "id">, { levels }: Scope): Level {
  const kept = { id: levels.length, ...level };
  levels.push(kept);
  return kept;
}

function gather(item: Node, gathered: Gathered, scope: Scope, isOptional: boolean): Source[] {
  const join = as(item, "JoinExpr");
  if (!join) {
    const source = readSource(item, scope, isOptional);
    if (source) gathered.sources.push(source);
    return source ? [source] : [];
  }
  const left = gather(join.larg!, gathered, scope, isOptional || /RIGHT|FULL/.test(join.jointype!));
  const right = gather(join.rarg!, gathered, scope, isOptional || /LEFT|FULL/.test(join.jointype!));
  gathered.conditions.push(...splitAtAnd(join.quals));
  for (const column of join.usingClause ?? []) gathered.using.push({ column: text(column), left, right });
  return [...left, ...right];
}

function splitAtAnd(condition: Node | undefined): Node[] {
  if (!condition) return [];
  const both = as(condition, "BoolExpr");
  return both?.boolop === "AND_EXPR" ? (both.args ?? []).flatMap(splitAtAnd) : [condition];
}

function readExpressions(expressions: unknown, scope: Scope): void {
  visit(expressions, (node) => {
    const inner = as(node, "SubLink");
    if (!inner) return true;
    readStatement(inner.subselect!, scope, "expression");
    readExpressions(inner.testexpr, scope);
    return false;
  });
}

const plain = { keys: [], isSpread: false, isReference: false, isMaterialised: false };

function readSource(item: Node, scope: Scope, isOptional: boolean): Source | undefined {
  const table = as(item, "RangeVar");
  if (table) return readTable(table, scope, isOptional);
  const query = as(item, "RangeSubselect");
  if (query) return readQuery(query, scope, isOptional);
  const rows = as(item, "RangeFunction");
  return rows && { ...plain, ...readRows(rows), isOptional };
}

function readTable(range: RangeVar, { ground, named }: Scope, isOptional: boolean): Source {
  const table = range.relname!;
  const name = range.alias?.aliasname ?? table;
  const query = range.schemaname === undefined ? named.get(table) : undefined;
  if (query) return { ...plain, ...whatItHolds(query.level), name, isOptional, isMaterialised: query.isMaterialised };
  const known = ground.schema.get(table);
  const placement = ground.manifest[table];
  return {
    ...plain,
    name,
    table,
    columns: known && [...known.columns.keys()],
    keys: (known?.keys ?? []).flatMap((key) => [key, ...withoutPerson(key, placement)]),
    keyColumn: placement?.kind === "distributed" ? placement.column : undefined,
    isSpread: placement?.kind === "distributed",
    isReference: placement?.kind === "reference",
    isOptional,
  };
}

/** What happened has an id of its own: (at, id) names one row whoever it belongs to. */
function withoutPerson(key: readonly string[], placement: Placement | undefined): string[][] {
  if (placement?.kind !== "distributed" || !key.includes("at")) return [];
  return [key.filter((column) => column !== placement.column)];
}

function readQuery({ lateral, subquery, alias }: RangeSubselect, scope: Scope, isOptional: boolean): Source {
  const level = readStatement(
    subquery!,
    lateral ? scope : { ...scope, parent: scope.parent?.parent },
    lateral ? "lateral" : "from",
  );
  const renamed = alias?.colnames?.map(text);
  const holds = whatItHolds(level);
  return { ...plain, ...holds, columns: renamed ?? holds.columns, name: alias?.aliasname ?? "", isOptional };
}

function whatItHolds(level: Level | undefined): Pick<Source, "query" | "columns" | "keys" | "keyColumn" | "isSpread"> {
  if (!level) return { columns: undefined, keys: [], isSpread: false };
  return {
    query: level,
    columns: outputsOf(level)?.map(({ name }) => name),
    keys: keysOf(level),
    keyColumn: keyColumnOf(level),
    isSpread: [level, ...level.parts].some((part) => part.sources.some((source) => source.isSpread)),
  };
}

/** unnest($1::uuid[]) with ordinality as u (id, n), jsonb_to_recordset($1) as r (id uuid). */
function readRows(rows: RangeFunction): Pick<Source, "name" | "columns" | "keys"> {
  const call = as(as(rows.functions?.[0], "List")?.items?.[0], "FuncCall");
  const name = rows.alias?.aliasname ?? (call ? functionName(call) : "");
  const defined = rows.coldeflist?.map((column) => as(column, "ColumnDef")!.colname!) ?? [];
  const listed = rows.alias?.colnames?.map(text) ?? defined;
  const columns = listed.length > 0 ? listed : [name];
  const counts = call && functionName(call) === "generate_series" && columns.length === 1;
  return { name, columns, keys: rows.ordinality ? [columns.slice(-1)] : counts ? [columns] : [] };
}
