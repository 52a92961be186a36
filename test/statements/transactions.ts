import { appendFileSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { placeOfNotes } from "./heard.ts";
import { originOf } from "./origin.ts";

/** Two statements that one transaction sent, both of which write; and the file that wrote the later one. */
export type InOrder = { readonly before: string; readonly after: string; readonly origin: string };

// What each open transaction wrote so far, by the connection that it is on.
const open = new WeakMap<object, Set<string>>();
const known = new Map<string, Set<string>>();
const writes = /\b(insert\s+into|update|delete\s+from|copy)\s/i;

/** Hears every statement of a connection; each pair of texts is noted once in a process. */
export function hearInTransaction(connection: object, text: unknown): void {
  if (typeof text !== "string") return;
  if (/^\s*(begin|start transaction)\b/i.test(text)) open.set(connection, new Set());
  if (/^\s*(commit|rollback|end)\b(?! to)/i.test(text)) open.delete(connection);
  const written = open.get(connection);
  if (!written || !writes.test(text)) return;
  for (const before of written) notePair(before, text);
  written.add(text);
}

function notePair(before: string, after: string): void {
  const followers = known.get(before) ?? new Set();
  known.set(before, followers);
  const folder = process.env[placeOfNotes];
  if (followers.has(after) || folder === undefined) return;
  followers.add(after);
  const origin = originOf(new Error().stack ?? "");
  if (origin === undefined) return;
  appendFileSync(join(folder, `${process.pid}.pairs.jsonl`), `${JSON.stringify({ before, after, origin })}\n`);
}

/** What all processes heard so far; nothing when no tests ran before. */
export function pairsHeard(): InOrder[] {
  const folder = process.env[placeOfNotes];
  if (folder === undefined || !existsSync(folder)) return [];
  const notes = readdirSync(folder).filter((file) => file.endsWith(".pairs.jsonl"));
  const lines = notes.flatMap((file) => readFileSync(join(folder, file), "utf8").split("\n").filter(Boolean));
  return [...new Set(lines)].map((line) => JSON.parse(line) as InOrder);
}
