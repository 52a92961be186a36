import type { ColumnRef, Node } from "libpg-query";
import type { Column, Level, Output } from "./level.ts";
import { as, functionName, text } from "./syntax.ts";

/** What a level answers with, column by column; undefined where a star stands for names that are not known. */
export function outputsOf(level: Level): Output[] | undefined {
  if (level.parts.length > 0) return outputsOf(level.parts[0]!);
  const targets = level.body.returning ?? level.body.targetList ?? [];
  const outputs = targets.map((target) => outputsOfTarget(as(target, "ResTarget") ?? {}, level));
  return outputs.every((some) => some !== undefined) ? outputs.flat() : undefined;
}

function outputsOfTarget({ name, val }: { name?: string; val?: Node }, level: Level): Output[] | undefined {
  const ref = as(val, "ColumnRef");
  if (ref && isStar(ref)) return starOf(ref, level);
  const column = ref && columnOf(ref, level);
  return [{ name: name ?? nameOf(val), node: val, column }];
}

function nameOf(node: Node | undefined): string {
  const ref = as(node, "ColumnRef");
  if (ref) return text(ref.fields?.at(-1));
  const cast = as(node, "TypeCast");
  if (cast) return nameOf(cast.arg);
  const call = as(node, "FuncCall");
  return call ? functionName(call) : "?column?";
}

function isStar(ref: ColumnRef): boolean {
  return as(ref.fields?.at(-1), "A_Star") !== undefined;
}

function starOf({ fields }: ColumnRef, level: Level): Output[] | undefined {
  const of = fields!.length > 1 ? text(fields![0]) : undefined;
  const sources = level.sources.filter((source) => of === undefined || source.name === of);
  const outputs = sources.map((source) =>
    source.columns?.map((column) => ({ name: column, column: { level, source, column } })),
  );
  return outputs.every((some) => some !== undefined) ? outputs.flat() : undefined;
}

/** Which source a name means, here or further out; undefined for what is no column that we know. */
export function columnOf({ fields = [] }: ColumnRef, level: Level): Column | undefined {
  const column = text(fields.at(-1));
  const of = fields.length > 1 ? text(fields.at(-2)) : undefined;
  for (let here: Level | undefined = level; here !== undefined; here = here.parent) {
    const source = here.sources.find(({ name, columns }) =>
      of === undefined ? columns?.includes(column) : name === of,
    );
    if (source) return { level: here, source, column };
  }
  // The only source whose columns nobody knows must be meant.
  const unknown = level.sources.filter(({ columns }) => columns === undefined);
  return of === undefined && unknown.length === 1 ? { level, source: unknown[0]!, column } : undefined;
}
