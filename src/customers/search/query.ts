import { normaliseName } from "../normalise/index.ts";
import { mostTypedWords } from "./scales.ts";

/** What somebody typed, taken apart. `identifier`: as one piece, where it may begin an e-mail address or a number. */
export type Query = {
  readonly identifier: string | null;
  readonly digits: string | null;
  readonly words: readonly string[];
};

const run = /\+?\(?\d(?:[\s()./-]*\d){2,}/g;

export function readQuery(text: string): Query {
  const typed = text.slice(0, 200).normalize("NFKC").trim();
  const digits = (typed.match(run) ?? []).map((part) => part.replace(/\D/g, "")).sort((a, b) => b.length - a.length)[0];
  const words = normaliseName(typed.includes("@") ? "" : typed.replace(run, " "))
    .split(" ")
    .filter(Boolean);
  return { identifier: isOnePiece(typed) ? typed : null, digits: digits ?? null, words: longest(words) };
}

function isOnePiece(typed: string): boolean {
  return typed.length >= 3 && !/\s/.test(typed) && /[\d@._-]/.test(typed);
}

// In the order in which they were typed.
function longest(words: readonly string[]): readonly string[] {
  if (words.length <= mostTypedWords) return words;
  const kept = [...words.keys()].sort((a, b) => words[b]!.length - words[a]!.length).slice(0, mostTypedWords);
  return words.filter((_, i) => kept.includes(i));
}
