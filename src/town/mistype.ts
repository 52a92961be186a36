import type { Random } from "../statistics/random.ts";

/** A word as a hurried hand types it: one letter swapped, doubled, dropped or hit beside. */
export function mistype(word: string, random: Random): string {
  const letters = [...word];
  if (letters.length < 4) return word;
  const at = random.whole(1, letters.length - 2);
  const slip = random.weighted([
    ["swap", 3],
    ["drop", 3],
    ["double", 2],
    ["beside", 2],
  ]);
  if (slip === "swap") [letters[at], letters[at + 1]] = [letters[at + 1]!, letters[at]!];
  if (slip === "drop") letters.splice(at, 1);
  if (slip === "double") letters.splice(at, 0, letters[at]!);
  if (slip === "beside") letters[at] = beside[letters[at]!] ?? letters[at]!;
  return letters.join("");
}

const beside: Readonly<Record<string, string>> = {
  a: "s",
  e: "r",
  i: "o",
  o: "p",
  n: "m",
  m: "n",
  r: "t",
  t: "z",
  s: "d",
  l: "k",
  u: "i",
  h: "j",
};
