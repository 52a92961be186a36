import { loadModule, parseSync, scanSync, type Node } from "libpg-query";

// PostgreSQL's own parser, as WebAssembly.
await loadModule();

/** The statements of a text, as syntax trees. */
export function parse(text: string): Node[] {
  if (text.trim() === "") return [];
  return (parseSync(text).stmts ?? []).map(({ stmt }) => stmt!);
}

/** The words of a text that are SQL's own. */
export function keywords(text: string): string[] {
  return scanSync(text)
    .tokens.filter((token) => token.keywordKind > 0)
    .map((token) => token.text);
}

/** "SelectStmt", "ColumnRef", …: what a node of the syntax tree can be. */
type Kind = Node extends infer One ? (One extends unknown ? keyof One : never) : never;
type Body<K extends Kind> = Extract<Node, Record<K, unknown>>[K];

/** The body of a node if it is of this kind. */
export function as<K extends Kind>(node: Node | undefined, kind: K): Body<K> | undefined {
  return node && kind in node ? (node as unknown as Record<K, Body<K>>)[kind] : undefined;
}

/** All bodies of one kind, at any depth. */
export function all<K extends Kind>(tree: unknown, kind: K): Body<K>[] {
  const found: Body<K>[] = [];
  visit(tree, (node) => {
    const body = as(node, kind);
    if (body !== undefined) found.push(body);
    return true;
  });
  return found;
}

/** Every node from the outside in; `enter` says whether to look inside. */
export function visit(tree: unknown, enter: (node: Node) => boolean): void {
  if (Array.isArray(tree)) for (const one of tree) visit(one, enter);
  if (typeof tree !== "object" || tree === null || Array.isArray(tree)) return;
  const [[name, body] = []] = Object.entries(tree);
  if (name !== undefined && /^[A-Z]/.test(name)) {
    if (enter(tree as Node)) visitFields(body, enter);
  } else visitFields(tree, enter);
}

function visitFields(body: unknown, enter: (node: Node) => boolean): void {
  if (typeof body !== "object" || body === null) return;
  for (const [field, value] of Object.entries(body)) visit(named(field, value), enter);
}

// The tree leaves the kind out where only one is possible.
const bare: Record<string, Kind> = {
  relation: "RangeVar",
  withClause: "WithClause",
  onConflictClause: "OnConflictClause",
  returningClause: "ReturningClause",
  selectStmt: "SelectStmt",
  larg: "SelectStmt",
  rarg: "SelectStmt",
};

function named(field: string, value: unknown): unknown {
  const kind = bare[field];
  if (kind === undefined || typeof value !== "object" || value === null) return value;
  return Object.keys(value).some((name) => /^[A-Z]/.test(name)) ? value : { [kind]: value };
}

export function text(node: Node | undefined): string {
  return as(node, "String")?.sval ?? "";
}

export function functionName(call: { readonly funcname?: Node[] }): string {
  return text(call.funcname?.at(-1));
}

export function operatorName(expression: { readonly name?: Node[] }): string {
  return text(expression.name?.at(-1));
}

/** The same for two expressions that read the same. */
export function spelling(node: unknown): string {
  return JSON.stringify(node, (field, value: unknown) =>
    /^(location|rexpr_list_.*)$/.test(field) ? undefined : value,
  );
}
