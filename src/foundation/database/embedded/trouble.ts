import { DatabaseTrouble, Refusal } from "../../errors.ts";

const full = "The disk is full. Free some space there and start again: nothing that was acknowledged is lost.";
const readOnly = "That disk is read-only. Make it writable, or name another place in REGULARS_HOME.";

const remedies: Readonly<Record<string, string>> = {
  ENOSPC: full,
  EDQUOT: full,
  EROFS: readOnly,
  EACCES: "This user may not write there. Start as the user it belongs to, or name another place in REGULARS_HOME.",
  EPERM: "This user may not write there. Start as the user it belongs to, or name another place in REGULARS_HOME.",
  ENOTDIR: "Part of that path is a file. Name another place in REGULARS_HOME.",
  EIO: "The disk reports errors of its own. Look at it before anything else.",
};

/** Runs work on files; what a disk or a permission prevents becomes a refusal that names the place and the remedy. */
export async function onDisk<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const remedy = remedies[(error as NodeJS.ErrnoException).code ?? ""];
    if (!remedy || error instanceof Refusal) throw error;
    throw new DatabaseTrouble(`Regulars could not write to ${path}. ${remedy}`);
  }
}

const known: readonly (readonly [RegExp, string])[] = [
  [/No space left on device|Disk quota exceeded/i, full],
  [/Read-only file system/i, readOnly],
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
