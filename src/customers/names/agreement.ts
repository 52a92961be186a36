import { osaDistance } from "../../statistics/text/index.ts";
import { areNicknames } from "./nicknames.ts";
import { inLatin, isEastAsian, isLatin } from "./transliteration.ts";

/**
 * May two normalised full names be one person's? They may when the forenames agree; surnames are not compared, since
 * people marry. Two forenames agree when they are
 *   equal · an initial of the other · nicknames of one name · one slip apart, the longer having four letters or more.
 * The forename is the first word ("Hans Peter Weber": also "hanspeter"), in Chinese, Japanese and Korean writing the last.
 * They also agree when the first word of each agrees with the last of the other: forename and surname exchanged.
 * A single word may be the surname, so it may agree with either end. Names in different scripts are compared in Latin
 * letters, names in one script as they are written. An empty name contradicts nobody. Symmetric; not transitive.
 */
export function namesAgree(a: string, b: string): boolean {
  if (a === b || a === "" || b === "") return true;
  const [some, others] = [wordsOf(a), wordsOf(b)];
  return (
    forenamesAgree(some, others) ||
    areExchanged(some, others) ||
    joined(some) === joined(others) ||
    inOneWord(some, others)
  );
}

type Words = readonly string[];

// The forename stands first from here on.
function wordsOf(name: string): Words {
  const words = name.split(" ");
  return isEastAsian(name) && words.length > 1 ? [words.at(-1)!, ...words.slice(0, -1)] : words;
}

function forenamesAgree(some: Words, others: Words): boolean {
  if (agree(some[0]!, others[0]!) || doubleForename(some) === others[0] || some[0] === doubleForename(others))
    return true;
  return (
    (some.length === 1 && agree(some[0]!, others.at(-1)!)) || (others.length === 1 && agree(some.at(-1)!, others[0]!))
  );
}

// Hans-Peter, Hans Peter and Hanspeter; the last word is the surname and takes no part.
function doubleForename(words: Words): string {
  return words.length > 2 ? words[0]! + words[1]! : words[0]!;
}

function areExchanged(some: Words, others: Words): boolean {
  return some.length > 1 && others.length > 1 && agree(some[0]!, others.at(-1)!) && agree(some.at(-1)!, others[0]!);
}

// 山田 太郎 and 山田太郎; 王伟 and Wang Wei or Wei Wang.
function inOneWord(some: Words, others: Words): boolean {
  const [a, b] = [joined(some), joined(others)];
  if (!isEastAsian(a) && !isEastAsian(b)) return false;
  const write = isEastAsian(a) && isEastAsian(b) ? (name: string) => name : inLatin;
  const [x, y] = [joined([...some].reverse()), joined([...others].reverse())].map(write);
  return write(a) === write(b) || write(a) === y || x === write(b);
}

function joined(words: Words): string {
  return words.join("");
}

function agree(a: string, b: string): boolean {
  if (agreeAsWritten(a, b)) return true;
  return isLatin(a) !== isLatin(b) && agreeAsWritten(inLatin(a), inLatin(b));
}

function agreeAsWritten(a: string, b: string): boolean {
  return a === b || isInitial(a, b) || isInitial(b, a) || areNicknames(a, b) || areOneSlipApart(a, b);
}

function isInitial(letter: string, name: string): boolean {
  return letter !== "" && [...letter].length === 1 && name.startsWith(letter) && !isEastAsian(letter);
}

function areOneSlipApart(a: string, b: string): boolean {
  if (Math.max(a.length, b.length) < 4 || Math.abs(a.length - b.length) > 1 || isEastAsian(a)) return false;
  return osaDistance(a, b) <= 1;
}
