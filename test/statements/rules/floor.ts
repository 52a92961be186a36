import type { Node } from "libpg-query";
import type { StatementRule } from "../statement.ts";
import { all, as, functionName, keywords, text, visit } from "../syntax.ts";

// New in PostgreSQL 16, 17 and 18.
const newer = new RegExp(
  `^(${[
    "any_value|array_sample|array_shuffle|date_add|date_subtract|erfc?|pg_input_(is_valid|error_info)|random_normal|system_user",
    "json_scalar|json_serialize|to_bin|to_oct|unicode_assigned|uuid_extract_\\w+|xmltext",
    "array_reverse|array_sort|casefold|crc32c?|gamma|lgamma|json_strip_nulls_in_arrays|reverse_bytea|uuidv[47]",
  ].join("|")})$`,
);
const newerNodes =
  /^(Json(Table|FuncExpr|ObjectConstructor|ArrayConstructor|ArrayQueryConstructor|ObjectAgg|ArrayAgg|IsPredicate|ParseExpr|ScalarExpr|SerializeExpr))$/;

/** PostgreSQL 15 is the floor: the embedded server, Debian's and a cluster take the same statement. */
export const postgres15: StatementRule = ({ tree }) => {
  const call = all(tree, "FuncCall")
    .map(functionName)
    .find((name) => newer.test(name));
  if (call) return `calls ${call}, which PostgreSQL 15 does not have`;
  const node = kindsIn(tree).find((kind) => newerNodes.test(kind));
  if (node)
    return `uses SQL's own JSON (${node}), which PostgreSQL 15 does not have: use jsonb_build_object and its kin`;
  if (all(tree, "RangeSubselect").some(({ alias }) => !alias))
    return "has a query in `from` without a name, which PostgreSQL 15 asks for";
  if (returnsOldOrNew(tree)) return "returns old or new, which PostgreSQL 15 does not know";
  const option = all(as(tree, "CopyStmt")?.options, "DefElem").find(({ defname }) =>
    /^(on_error|log_verbosity|reject_limit)$/.test(defname ?? ""),
  );
  return option && `copies with ${option.defname}, which PostgreSQL 15 does not know`;
};

function kindsIn(tree: Node): string[] {
  const kinds: string[] = [];
  visit(tree, (node) => kinds.push(Object.keys(node)[0]!) > 0);
  return kinds;
}

function returnsOldOrNew(tree: Node): boolean {
  return all(tree, "ReturningClause").some(({ options, exprs }) => {
    const qualifiers = all(exprs, "ColumnRef").map(({ fields }) => (fields!.length > 1 ? text(fields![0]) : ""));
    return (options?.length ?? 0) > 0 || qualifiers.some((name) => name === "old" || name === "new");
  });
}

/** Keywords in lower case, so that a statement reads as the others do. */
export const lowerCase: StatementRule = ({ text }) => {
  const loud = keywords(text).find((word) => word !== word.toLowerCase());
  return loud && `shouts ${loud}: SQL is written in lower case`;
};
