import { DatabaseTrouble, Refusal } from "../../errors.ts";
import { diskIsFull, diskIsReadOnly } from "../../on-disk.ts";
import type { Cluster } from "./cluster.ts";

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

/** The server went away under the session, is still starting or just stopping: worth another try. */
export function isPassing(error: unknown): boolean {
  const { code = "" } = error as { code?: string };
  return !(error instanceof Refusal) && !(/^[0-9A-Z]{5}$/.test(code) && !/^(57P|08)/.test(code));
}

/** Why a PostgreSQL that runs does not let us work. */
export function sessionTrouble(error: Error & { code?: string }, { home, log, password }: Cluster): Error {
  if (error instanceof Refusal) return error;
  const remedies: Record<string, string> = {
    "53100": diskIsFull,
    "53300": "All its connections are taken: wait for a command to end, or end one.",
    "28P01": `The password in ${password} is not the one it was made with.`,
  };
  return new DatabaseTrouble(
    `The database in ${home} runs, but: ${error.message}. ${remedies[error.code ?? ""] ?? `Its log is ${log}.`}`,
  );
}
