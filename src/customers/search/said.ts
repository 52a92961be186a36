import { normaliseName } from "../normalise/index.ts";
import { datesIn } from "./birth-date.ts";
import { type HeldDetails, postcode } from "./held-details.ts";
import type { NameIndex } from "./name-index.ts";
import { readQuery } from "./query.ts";
import { TypedWord } from "./typed-word.ts";
import type { Words } from "./words.ts";

/** What somebody said of a person, taken apart. A number may be a date, a postcode or one to telephone by. */
export type Said = {
  readonly words: readonly string[];
  readonly dates: readonly string[];
  readonly code: string | null;
  readonly digits: string | null;
  /** The digits in one piece are one of the dates. */
  readonly isDigitsDate: boolean;
};

/** Of what is said only the first words are looked at. */
export const mostSaidWords = 8;

export function readSaid(text: string, { details, phones }: NameIndex): Said {
  const typed = text.slice(0, 200).normalize("NFKC").trim();
  const read = datesIn(typed);
  const isDated = details.datesHeld > 0 && read.dates.length > 0;
  const left = isDated ? read.rest : typed;
  const whole = readQuery(left).digits;
  const isPhone = (than: string): boolean =>
    whole !== null && whole.length > than.length && phones.find(whole, 1, false).length > 0;
  const code = details.codesHeld > 0 ? codeIn(left, details) : null;
  // 1234 may be a postcode, but not after 030 where that is somebody's number.
  return code === null || isPhone(code.text) ? saidIn(left, null, whole) : saidIn(code.rest, code.text, whole);

  function saidIn(rest: string, code: string | null, whole: string | null): Said {
    const digits = readQuery(rest).digits ?? whole;
    const isDigitsDate = isDated && digits !== null && datesIn(digits).dates.some((date) => read.dates.includes(date));
    return { words: wordsIn(rest), dates: isDated ? read.dates : [], code, digits, isDigitsDate };
  }
}

function wordsIn(text: string): readonly string[] {
  const words = normaliseName(text.includes("@") ? "" : text).split(" ");
  return words.filter((word) => /^\P{N}+$/u.test(word)).slice(0, mostSaidWords);
}

/**
 * Whether more is said than a name or a number: a plain name takes the quick way. Of two words one must be a place's and no
 * name; of more, one that nobody is called may be a slip away from a place's.
 */
export function saysDetails({ words, dates, code }: Said, { details, vocabulary }: NameIndex): boolean {
  if (dates.length > 0 || code !== null) return true;
  const places = details.places.vocabulary;
  if (details.places.held === 0 || words.length < 2) return false;
  const unknown = words.filter((word) => !isHeld(word, vocabulary));
  if (words.length === 2) return unknown.some((word) => isHeld(word, places));
  return words.some((word) => isHeld(word, places)) || unknown.some((word) => isNear(word, places));
}

function isHeld(word: string, among: Words): boolean {
  return (among.frequency[among.idOf(word) ?? -1] ?? 0) > 0;
}

function isNear(word: string, among: Words): boolean {
  const typed = new TypedWord(word, among, false);
  typed.allowSlips(1);
  return typed.holders(1) > 0;
}

type Code = { readonly text: string; readonly rest: string };

/** The part that is somebody's postcode, in one piece or in two; or else a number that is as long as one. */
function codeIn(text: string, held: HeldDetails): Code | null {
  const pieces = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }));
  const possible = pieces.flatMap((piece, i) => [
    ...(i + 1 < pieces.length ? [{ from: piece.from, to: pieces[i + 1]!.to }] : []),
    piece,
  ]);
  const codes = possible.map(({ from, to }) => ({
    text: postcode(text.slice(from, to)),
    rest: `${text.slice(0, from)} ${text.slice(to)}`,
  }));
  const numbers = codes.filter((code) => /\p{N}/u.test(code.text) && code.text.length >= 3);
  return (
    numbers.find((code) => held.knowsCode(code.text)) ?? numbers.find((code) => held.isCodeLike(code.text)) ?? null
  );
}
