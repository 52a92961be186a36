import type { Node } from "libpg-query";
import { groupsOf, type StatementRule } from "../statement.ts";
import { all, as, functionName, text } from "../syntax.ts";

const fleeting =
  /^(now|(clock|statement|transaction)_timestamp|timeofday|random|random_normal|setseed|gen_random_uuid|uuid_generate_v\w+|uuidv[47]|nextval|currval|lastval)$/;

/** Times and random values are binds: a statement means the same whenever and wherever it runs. */
export const timeIsGiven: StatementRule = ({ tree }) => {
  const call = all(tree, "FuncCall")
    .map(functionName)
    .find((name) => fleeting.test(name));
  const clock = all(tree, "SQLValueFunction").find(({ op }) => /DATE|TIME/.test(op ?? ""));
  return call || clock ? `fetches ${call ?? "the time"} itself: bind it` : undefined;
};

/** What is written on a conflict follows from the two rows and the binds. */
export const conflictsSettleThemselves: StatementRule = ({ tree }) => {
  const clauses = all(tree, "OnConflictClause");
  const settled = clauses.flatMap(({ targetList, whereClause }) => [
    ...(targetList ?? []),
    ...(whereClause ? [whereClause] : []),
  ]);
  if (all(settled, "SubLink").length > 0)
    return "asks another query on conflict: use excluded.*, own columns, binds and literals";
  const call = all(settled, "FuncCall")
    .map(functionName)
    .find((name) => fleeting.test(name));
  return call || all(settled, "SQLValueFunction").length > 0
    ? `calls ${call ?? "the clock"} on conflict: bind it`
    : undefined;
};

/** A row stays on the machine that its key names. */
export const keysStay: StatementRule = ({ tree, ground }) => {
  const update = (table: string | undefined, targets: readonly Node[] | undefined) => {
    const placement = ground.manifest[table ?? ""];
    if (placement?.kind !== "distributed") return undefined;
    const written = (targets ?? []).map((target) => as(target, "ResTarget")?.name);
    return written.includes(placement.column)
      ? `writes ${table}.${placement.column}, by which rows are distributed`
      : undefined;
  };
  const updates = all(tree, "UpdateStmt").map(({ relation, targetList }) => update(relation?.relname, targetList));
  const inserts = all(tree, "InsertStmt").map((one) => update(one.relation?.relname, one.onConflictClause?.targetList));
  return [...updates, ...inserts].find((found) => found !== undefined);
};

export const noMerge: StatementRule = ({ tree }) =>
  as(tree, "MergeStmt") || all(tree, "MergeStmt").length > 0
    ? "merges: insert … on conflict, or update and insert"
    : undefined;

/** Subtotals are made from a result that stands still. */
export const subtotalsOverResults: StatementRule = ({ levels }) => {
  const found = levels.find(({ body, sources }) => {
    const sets = all(body.groupClause, "GroupingSet");
    return sets.length > 0 && !sources.every((source) => source.isMaterialised);
  });
  return found && "makes subtotals over a table: first `with … as materialized`, then rollup or cube over that";
};

export const noRecursionOverDistributed: StatementRule = (statement) => {
  const distributed = groupsOf(statement);
  for (const { recursive, ctes } of all(statement.tree, "WithClause")) {
    for (const query of (ctes ?? []).map((node) => as(node, "CommonTableExpr")!)) {
      const names = all(query.ctequery, "RangeVar").map(({ relname }) => relname!);
      const table = names.find((name) => distributed.has(name));
      if (recursive && names.includes(query.ctename!) && table)
        return `follows ${table} recursively, from machine to machine: read it level by level`;
    }
  }
  return undefined;
};

/** A notification goes out from the coordinator, alone. */
export const notifyAlone: StatementRule = ({ tree, tables }) => {
  const notifies = all(tree, "FuncCall").some((call) => functionName(call) === "pg_notify");
  return notifies && tables.length > 0
    ? "calls pg_notify while it reads or writes a table: send it as a statement of its own"
    : undefined;
};

/** Parts of names and numbers are looked up in the index in memory. */
export const noSearchByPart: StatementRule = (statement) => {
  if (groupsOf(statement).size === 0) return undefined;
  const found = statement.levels
    .filter(({ sources }) => sources.some(({ isSpread }) => isSpread))
    .flatMap(({ conditions }) => all(conditions, "A_Expr"))
    .find(({ kind, name }) => /LIKE|SIMILAR/.test(kind ?? "") || /^!?~~?\*?$|^%$/.test(text(name?.at(-1))));
  return found && "searches a distributed table by part of a text: ask the index in memory for ids";
};
