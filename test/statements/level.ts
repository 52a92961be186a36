import type { Node, SelectStmt } from "libpg-query";

/** What stands in `from`: a table, a query of its own, a CTE, or the rows that a function makes of a bind. */
export type Source = {
  readonly name: string;
  readonly table?: string;
  readonly query?: Level;
  /** Undefined where the names cannot be known from the text. */
  readonly columns: readonly string[] | undefined;
  /** Each a set of columns that names one row. */
  readonly keys: readonly (readonly string[])[];
  /** The column that carries the distribution key, where there is one. */
  readonly keyColumn?: string;
  /** Whether rows of a distributed table are in it. */
  readonly isSpread: boolean;
  readonly isReference: boolean;
  /** On the side of an outer join that may be missing. */
  readonly isOptional: boolean;
  readonly isMaterialised: boolean;
};

/** One level of a statement: a select, update or delete with what it reads. */
export type Level = {
  readonly id: number;
  readonly body: Body;
  readonly sources: readonly Source[];
  /** Of `where` and of the joins, split at `and`. */
  readonly conditions: readonly Node[];
  readonly using: readonly Using[];
  /** The level whose columns it can see as well. */
  readonly parent: Level | undefined;
  readonly place: Place;
  /** Of a union, intersect or except. */
  readonly parts: readonly Level[];
};

export type Place = "top" | "with" | "from" | "lateral" | "expression";

/** `join … using (column)`: these sources agree in it. */
export type Using = { readonly column: string; readonly left: readonly Source[]; readonly right: readonly Source[] };

/** What the rules ask of a statement, whether it selects or changes. */
export type Body = Pick<
  SelectStmt,
  | "targetList"
  | "whereClause"
  | "groupClause"
  | "havingClause"
  | "distinctClause"
  | "sortClause"
  | "limitCount"
  | "limitOffset"
  | "lockingClause"
> & { readonly changes?: "update" | "delete" | "insert"; readonly returning?: readonly Node[] };

export type Output = { readonly name: string; readonly node?: Node; readonly column?: Column };

/** A column of a source of a level. */
export type Column = { readonly level: Level; readonly source: Source; readonly column: string };
