import { type DateLikeness, likenessOfDates } from "./birth-date.ts";
import type { PlacePart } from "./held-places.ts";
import { reasonsFor } from "./reasons.ts";
import type { Taken } from "./said-words.ts";
import type { TypedWord } from "./typed-word.ts";
import type { Words } from "./words.ts";

const ofDates: Readonly<Record<DateLikeness, string>> = {
  same: "same birth date",
  swapped: "birth date with day and month exchanged",
  slip: "birth date one digit off",
  slips: "birth date two digits off",
  "two parts": "birth date differs in day, month or year",
  other: "another birth date",
};
const closer = Object.keys(ofDates) as DateLikeness[];

/** In words that do not tell what is known to somebody who only guesses. */
export function reasonForDate(said: readonly string[], held: number): string {
  const likenesses = said.map((date) => likenessOfDates(date, String(held)));
  return ofDates[closer.find((likeness) => likenesses.includes(likeness))!];
}

export function reasonForCode(slips: number): string {
  return ["same postcode", "postcode one digit off", "postcode two digits off"][slips] ?? "another postcode";
}

/** Of town and street only whether they are the same: which they are is no business of whoever asks. */
export function reasonsForPlaces(taken: readonly Taken[], said: readonly TypedWord[]): string[] {
  return (["town", "street"] satisfies PlacePart[]).flatMap((part) => {
    const of = [...taken.keys()].filter((i) => taken[i]!.what === part);
    if (of.length === 0) return [];
    const isSame = of.every((i) => said[i]!.candidateFor(taken[i]!.word)?.likeness === "same");
    return [isSame ? `same ${part}` : `${part} spelt differently`];
  });
}

/** `name`: the words of the name that is held, and how it is written. */
export function reasonsForName(
  taken: readonly Taken[],
  said: readonly TypedWord[],
  name: { readonly words: Int32Array; readonly text: string },
  { texts }: Words,
): string[] {
  const words = said.filter((_, i) => taken[i]!.what === "name" || taken[i]!.what === null);
  return words.length === 0 ? [] : reasonsFor({ words }, name.words, texts, name.text);
}
