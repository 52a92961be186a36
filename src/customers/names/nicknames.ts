import { nicknameTable } from "./nickname-table.ts";

/** Two words for one given name? Equal, one the other's nickname, or both nicknames of one: Bob, Rob, Robert. Symmetric. */
export function areNicknames(a: string, b: string): boolean {
  if (a === b) return true;
  const [some, others] = [fullNames.get(a), fullNames.get(b)];
  return Boolean(some?.has(b) || others?.has(a)) || shareOne(some, others);
}

/** Every other word by which someone of this given name may be known. */
export function nicknamesOf(name: string): readonly string[] {
  const full = [name, ...(fullNames.get(name) ?? [])];
  const words = full.flatMap((one) => [one, ...(nicknames.get(one) ?? [])]);
  return [...new Set(words)].filter((word) => word !== name);
}

function shareOne(some: ReadonlySet<string> | undefined, others: ReadonlySet<string> | undefined): boolean {
  return some !== undefined && others !== undefined && [...some].some((name) => others.has(name));
}

const nicknames = new Map<string, readonly string[]>();
const fullNames = new Map<string, Set<string>>();

for (const line of nicknameTable.trim().split(/\n| \| /)) {
  const [name = "", list = ""] = line.split(":");
  const words = list.split(" ").filter(Boolean);
  nicknames.set(name, [...(nicknames.get(name) ?? []), ...words]);
  for (const word of words) fullNames.set(word, (fullNames.get(word) ?? new Set()).add(name));
}
