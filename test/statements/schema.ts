import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { ColumnDef, Constraint, Node } from "libpg-query";
import { as, parse, text } from "./syntax.ts";

/** A table as the migrations make it: the type of each column, and which columns together name one row. */
export type Table = { readonly columns: Map<string, string>; readonly keys: string[][] };

const folder = fileURLToPath(new URL("../../migrations/", import.meta.url));

/** Read from the migrations' own syntax tree, so that the lint needs no database. */
export function schemaOfMigrations(): Map<string, Table> {
  const files = readdirSync(folder).filter((file) => file.endsWith(".sql"));
  return schemaOf(files.sort().map((file) => readFileSync(`${folder}${file}`, "utf8")));
}

export function schemaOf(scripts: readonly string[]): Map<string, Table> {
  const tables = new Map<string, Table>();
  for (const script of scripts) {
    for (const statement of parse(script)) apply(statement, tables);
  }
  return tables;
}

function apply(statement: Node, tables: Map<string, Table>): void {
  const made = as(statement, "CreateStmt");
  if (made) {
    const table: Table = { columns: new Map(), keys: [] };
    tables.set(made.relation!.relname!, table);
    for (const element of made.tableElts ?? []) add(element, table);
  }
  const altered = as(statement, "AlterTableStmt");
  const table = tables.get(altered?.relation?.relname ?? "");
  for (const command of altered?.cmds ?? []) if (table) alter(as(command, "AlterTableCmd")!, table);
  const index = as(statement, "IndexStmt");
  if (index?.unique && !index.whereClause) {
    const columns = index.indexParams!.map((param) => as(param, "IndexElem")?.name);
    if (columns.every((name) => name !== undefined))
      tables.get(index.relation!.relname!)?.keys.push(columns as string[]);
  }
  const dropped = as(statement, "DropStmt");
  if (dropped?.removeType === "OBJECT_TABLE") {
    for (const object of dropped.objects ?? []) tables.delete(text(as(object, "List")?.items?.at(-1)));
  }
}

function alter(command: { subtype?: string; name?: string; def?: Node }, table: Table): void {
  if (command.subtype === "AT_AddColumn" || command.subtype === "AT_AddConstraint") add(command.def!, table);
  if (command.subtype === "AT_DropColumn") table.columns.delete(command.name!);
}

function add(element: Node, table: Table): void {
  const column = as(element, "ColumnDef");
  if (column) addColumn(column, table);
  const constraint = as(element, "Constraint");
  if (constraint && isKey(constraint)) table.keys.push(constraint.keys!.map(text));
}

function addColumn({ colname, typeName, constraints }: ColumnDef, table: Table): void {
  const array = typeName?.arrayBounds?.length ? "[]" : "";
  table.columns.set(colname!, `${text(typeName?.names?.at(-1))}${array}`);
  const isUnique = (constraints ?? []).some((constraint) => isKey(as(constraint, "Constraint")!));
  if (isUnique) table.keys.push([colname!]);
}

function isKey(constraint: Constraint): boolean {
  return constraint.contype === "CONSTR_PRIMARY" || constraint.contype === "CONSTR_UNIQUE";
}
