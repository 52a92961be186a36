import { posix } from "node:path";
import { parseSync } from "vite";

/** What the layout rules know of one file. Paths are relative to the checkout, with forward slashes. */
export type SourceFile = {
  readonly path: string;
  readonly lines: number;
  readonly imports: readonly Import[];
  readonly functions: readonly FunctionSize[];
};

/** `of` is a path in the checkout, or the name of a package. */
export type Import = { readonly of: string; readonly line: number; readonly typesOnly: boolean };

type FunctionSize = { readonly name: string; readonly line: number; readonly lines: number };

type Node = { readonly type: string; readonly start: number; readonly end: number; readonly [field: string]: unknown };

export function readSource(path: string, text: string): SourceFile {
  const lines = text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
  if (!/\.(ts|tsx|js)$/.test(path)) return { path, lines, imports: [], functions: [] };
  const { program } = parseSync(path, text);
  const imports: Import[] = [];
  const functions: FunctionSize[] = [];
  const lineOf = lineCounter(text);
  walk(program as unknown as Node, (node, parent) => {
    const source = sourceOf(node);
    if (source !== undefined) {
      imports.push({ of: resolved(path, source), line: lineOf(node.start), typesOnly: takesTypesOnly(node) });
    }
    if (isFunction(node) && !isGroupOfTests(parent)) {
      const line = lineOf(node.start);
      functions.push({ name: nameOf(node, parent), line, lines: lineOf(node.end) - line + 1 });
    }
  });
  return { path, lines, imports, functions };
}

function resolved(path: string, source: string): string {
  return source.startsWith(".") ? posix.join(posix.dirname(path), source) : source;
}

/** The text after `from`, or within `import()`; undefined for what imports nothing. */
function sourceOf(node: Node): string | undefined {
  const takesIn = /^(ImportDeclaration|ExportNamedDeclaration|ExportAllDeclaration|ImportExpression|TSImportType)$/;
  if (!takesIn.test(node.type)) return undefined;
  const source = (node["source"] ?? node["argument"]) as { value?: unknown; literal?: { value?: unknown } } | null;
  const value = source?.value ?? source?.literal?.value;
  return typeof value === "string" ? value : undefined;
}

function takesTypesOnly(node: Node): boolean {
  if (node.type === "TSImportType" || node["importKind"] === "type" || node["exportKind"] === "type") return true;
  const names = (node["specifiers"] ?? []) as { importKind?: string; exportKind?: string }[];
  return names.length > 0 && names.every((name) => (name.importKind ?? name.exportKind) === "type");
}

function isFunction(node: Node): boolean {
  return /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type);
}

/** `describe("…", () => { … })` groups tests as a file does: it is not a thought of its own. */
function isGroupOfTests(parent: Node | undefined): boolean {
  return parent?.type === "CallExpression" && nameOfCalled(parent) === "describe";
}

function nameOfCalled(node: Node): unknown {
  const inner = (node["callee"] ?? node["object"]) as Node | undefined;
  return inner ? nameOfCalled(inner) : node["name"];
}

function nameOf(node: Node, parent: Node | undefined): string {
  const named = (node["id"] ?? parent?.["id"] ?? parent?.["key"]) as { name?: string } | null | undefined;
  return named?.name ?? "a function without a name";
}

function walk(node: Node, visit: (node: Node, parent: Node | undefined) => void, parent?: Node): void {
  visit(node, parent);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) walk(child, visit, node);
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && typeof (value as { type?: unknown }).type === "string";
}

function lineCounter(text: string): (offset: number) => number {
  const starts = [...text.matchAll(/\n/g)].map((newline) => newline.index);
  return (offset) => 1 + countBelow(starts, offset);
}

function countBelow(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
