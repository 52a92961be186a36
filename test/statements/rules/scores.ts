import type { FuncCall } from "libpg-query";
import type { Level } from "../level.ts";
import { columnOf } from "../outputs.ts";
import type { StatementRule } from "../statement.ts";
import { all, functionName } from "../syntax.ts";

// Each takes the answers one by one. sum(n) takes them as they were counted, and may ask for the counts of some scores.
const oneByOne = /^(avg|count|mode|percentile_\w+|stddev\w*|var(iance|_\w+))$/;

/** Scores are counted one by one, 0 to 10; every figure is reckoned from the eleven counts, so that all of them agree. */
export const scoresAreCounted: StatementRule = ({ levels }) => {
  for (const level of levels.filter((level) => !namesScore(level.body.groupClause, level))) {
    const { targetList, havingClause, sortClause } = level.body;
    const call = all([targetList, havingClause, sortClause], "FuncCall").find((call) => takesScores(call, level));
    if (call) return `reckons ${functionName(call)} over scores: count each score, and reckon from the counts`;
  }
  return undefined;
};

function takesScores(call: FuncCall, level: Level): boolean {
  const name = functionName(call);
  // sum(score) adds answers, sum(n * score) adds counts.
  if (name === "sum") return onlyScores(call.args, level);
  return oneByOne.test(name) && namesScore([call.args, call.agg_order, call.agg_filter], level);
}

function onlyScores(expression: unknown, level: Level): boolean {
  const refs = all(expression, "ColumnRef");
  return refs.length > 0 && refs.every((ref) => isScore(columnOf(ref, level)?.column));
}

function namesScore(expression: unknown, level: Level): boolean {
  return all(expression, "ColumnRef").some((ref) => isScore(columnOf(ref, level)?.column));
}

function isScore(column: string | undefined): boolean {
  return column !== undefined && /(^|_)score$/.test(column);
}
