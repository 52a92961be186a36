import { isLatin } from "../names/index.ts";
import { normaliseName } from "../normalise/index.ts";
import type { Likeness } from "./likeness.ts";
import type { TypedName } from "./typed-name.ts";
import type { Candidate, TypedWord } from "./typed-word.ts";

/** Why a name was found, a sentence for each word that is not simply the same. */
export function reasonsFor(
  typed: Pick<TypedName, "words">,
  name: Int32Array,
  vocabulary: readonly string[],
  text: string,
): string[] {
  const free = new Set(name);
  const meanings = typed.words.map((word) => [word, bestOf(word, free)] as const);
  const reasons = meanings.map(([word, meant]) => reasonFor(word.text, meant, vocabulary));
  const isSame = meanings.every(([, meant]) => meant?.likeness === "same");
  const meant = meanings.map(([, meant]) => meant && vocabulary[meant.word]!);
  return [...(isSame ? ["the same name"] : reasons), ...(isWrittenSo(text, meant) ? [] : [`written ${quoted(text)}`])];
}

// In the same letters, that is.
function isWrittenSo(text: string, words: readonly (string | undefined)[]): boolean {
  if (isLatin(text)) return true;
  const written = normaliseName(text).split(" ");
  return words.some((word) => word === undefined || written.includes(word));
}

function bestOf(word: TypedWord, free: Set<number>): Candidate | undefined {
  const [meant] = [...free].flatMap((id) => word.candidateFor(id) ?? []).sort((a, b) => b.log - a.log);
  if (meant) free.delete(meant.word);
  return meant;
}

function reasonFor(typed: string, meant: Candidate | undefined, vocabulary: readonly string[]): string {
  if (!meant) return `${quoted(typed)} is not in the name`;
  return sentences[meant.likeness](quoted(typed), quoted(vocabulary[meant.word]!));
}

const sentences: Readonly<Record<Likeness, (typed: string, known: string) => string>> = {
  same: (typed) => `${typed} is in the name`,
  initial: (typed, known) => `${typed} is the initial of ${known}`,
  begins: (typed, known) => `${known} begins with ${typed}`,
  nickname: (typed, known) => `${typed} and ${known} are used for each other`,
  sound: (typed, known) => `${typed} sounds like ${known}`,
  slip: (typed, known) => `${typed} is one slip from ${known}`,
  slips: (typed, known) => `${typed} is two slips from ${known}`,
  letter: (typed, known) => `${known} may stand for ${typed}`,
};

function quoted(text: string): string {
  return `“${text}”`;
}
