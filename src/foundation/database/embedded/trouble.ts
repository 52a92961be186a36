import { DatabaseTrouble } from "../../errors.ts";
import { diskIsFull, diskIsReadOnly } from "../../on-disk.ts";

const known: readonly (readonly [RegExp, string])[] = [
  [/No space left on device|Disk quota exceeded/i, diskIsFull],
  [/Read-only file system/i, diskIsReadOnly],
  [/shared memory/i, "The machine gives too little shared memory: free some, or raise the limit of the container."],
  [/Permission denied/i, "Its files belong to somebody else: start as the user they belong to."],
];

/** Why a program of PostgreSQL gave up, from its own last words. */
export function programTrouble(what: string, words: string, log: string): DatabaseTrouble {
  const remedy = known.find(([sign]) => sign.test(words))?.[1] ?? `Its log is ${log}.`;
  return new DatabaseTrouble(`${what}: ${lastWords(words)} ${remedy}`);
}

function lastWords(words: string): string {
  const lines = words.split("\n").filter((line) => line.trim());
  const telling = lines.filter((line) => /PANIC|FATAL|error:|ERROR|could not/.test(line));
  const line = (telling.at(-1) ?? lines.at(-1) ?? "it said nothing").trim();
  return line.replace(/^.*?(PANIC|FATAL|ERROR|error):\s*/, "").replace(/\.?$/, ".");
}
