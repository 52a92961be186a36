import { appendFileSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";

/**
 * A statement that a test sent: its text, the file that wrote it, and the binds it was first sent with. `byChance`: only
 * tests that draw their questions at random sent it, so another run may not.
 */
export type Heard = {
  readonly text: string;
  readonly origin: string;
  readonly values: readonly unknown[];
  readonly byChance: boolean;
};

/** Set for the whole run by gather.ts; workers inherit it. */
export const placeOfNotes = "REGULARS_STATEMENTS_HEARD";

/** Each process writes a file of its own, so that nobody waits for anybody. */
export function noteStatement({ text, origin, values, byChance }: Heard): void {
  const folder = process.env[placeOfNotes];
  if (folder === undefined) return;
  const note = JSON.stringify({ text, origin, byChance, values: serialize(values).toString("base64") });
  appendFileSync(join(folder, `${process.pid}.jsonl`), `${note}\n`);
}

/** What all processes heard so far, each text and origin once; nothing when no tests ran before. */
export function statementsHeard(): Heard[] {
  const folder = process.env[placeOfNotes];
  if (folder === undefined || !existsSync(folder)) return [];
  const heard = new Map<string, Heard>();
  for (const file of readdirSync(folder).filter((file) => /^\d+\.jsonl$/.test(file))) {
    for (const line of readFileSync(join(folder, file), "utf8").split("\n").filter(Boolean)) {
      const note = JSON.parse(line) as Omit<Heard, "values"> & { values: string };
      const values = deserialize(Buffer.from(note.values, "base64")) as unknown[];
      const key = `${note.origin}\n${note.text}`;
      heard.set(key, { ...note, values, byChance: note.byChance && (heard.get(key)?.byChance ?? true) });
    }
  }
  return [...heard.values()];
}
