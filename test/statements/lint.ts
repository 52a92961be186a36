import { manifest } from "../../migrations/manifest.ts";
import {
  conflictsSettleThemselves,
  keysStay,
  noMerge,
  noRecursionOverDistributed,
  noSearchByPart,
  notifyAlone,
  subtotalsOverResults,
  timeIsGiven,
} from "./rules/changes.ts";
import { bulkByCopy } from "./rules/bulk.ts";
import { lowerCase, postgres15 } from "./rules/floor.ts";
import { askedByTheKey } from "./rules/hot-path.ts";
import { aggregateFirst, drivenByDistributed, joinedByTheKey, lockedByTheKey, oneGroup } from "./rules/joins.ts";
import { limitedInOrder, textByBytes } from "./rules/order.ts";
import { scoresAreCounted } from "./rules/scores.ts";
import { lateReference, oneSortOfWriting } from "./rules/write-order.ts";
import { schemaOfMigrations } from "./schema.ts";
import type { Ground } from "./read-levels.ts";
import { readStatements, type StatementRule } from "./statement.ts";

/** The statement rules, by the names under which they are reported. */
export const statementRules: Readonly<Record<string, StatementRule>> = {
  "one group": oneGroup,
  "joined by the key": joinedByTheKey,
  "aggregate first": aggregateFirst,
  "driven by what is distributed": drivenByDistributed,
  "locked by the key": lockedByTheKey,
  "limited in a total order": limitedInOrder,
  "text by its bytes": textByBytes,
  "time is given": timeIsGiven,
  "conflicts settle themselves": conflictsSettleThemselves,
  "keys stay": keysStay,
  "no merge": noMerge,
  "subtotals over results": subtotalsOverResults,
  "no recursion over distributed tables": noRecursionOverDistributed,
  "notify alone": notifyAlone,
  "no search by part": noSearchByPart,
  "one sort of writing": oneSortOfWriting,
  "scores are counted": scoresAreCounted,
  "PostgreSQL 15": postgres15,
  "lower case": lowerCase,
};

/** What only the product keeps: a test may look at everything, and furnish a house row by row. */
export const productRules: Readonly<Record<string, StatementRule>> = {
  "asked by the key": askedByTheKey,
  "bulk by copy": bulkByCopy,
};

type Finding = { readonly rule: string; readonly detail: string };

export const ours = { schema: schemaOfMigrations(), manifest };

/** What would not work, or not well, on a cluster or on the oldest PostgreSQL that we promise. */
export function lint(text: string, ground: Ground = ours, rules = statementRules): Finding[] {
  return readStatements(text, ground).flatMap((statement) =>
    Object.entries(rules).flatMap(([rule, check]) => {
      const detail = check(statement);
      return detail === undefined ? [] : [{ rule, detail }];
    }),
  );
}

/** What is wrong with the order of two statements of one transaction. */
export function lintPair(before: string, after: string, ground: Ground = ours): Finding[] {
  const detail = lateReference(before, after, ground);
  return detail === undefined ? [] : [{ rule: "reference first", detail }];
}
