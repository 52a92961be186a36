import type { Kin } from "./comparison.ts";
import { jaroWinkler, mayBeAlike, slipsBetween } from "./likeness.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** How alike two values of one vocabulary are, as a small number: 1 is equal, 0 is missing. */
export type Grade = (x: number, y: number) => number;

export const alike = { missing: 0, equal: 1, kin: 2, near: 3, rather: 4, contains: 5, not: 6 } as const;

const nearly = 0.92;
const rather = 0.8;

/** Grades two different values that are both there. */
export function gradeOf(words: Vocabulary, kin?: Kin): Grade {
  const grade = remembered((x, y) => {
    if (areKin(kin, x, y) || isInitial(words, x, y) || isInitial(words, y, x)) return alike.kin;
    const likeness = jaroWinkler(words, x, y, rather);
    if (likeness >= nearly || areOneSlipApart(words, x, y)) return alike.near;
    if (likeness >= rather) return alike.rather;
    return contains(words, x, y) || contains(words, y, x) ? alike.contains : alike.not;
  });
  return (x, y) => (hasKin(kin, x) || hasKin(kin, y) || mayBeAlike(words.looks, x, y) ? grade(x, y) : alike.not);
}

function hasKin(kin: Kin | undefined, x: number): boolean {
  return kin !== undefined && kin.starts[x] !== kin.starts[x + 1];
}

function areKin(kin: Kin | undefined, x: number, y: number): boolean {
  if (!kin) return false;
  for (let at = kin.starts[x]!; at < kin.starts[x + 1]!; at++) if (kin.others[at] === y) return true;
  return false;
}

function isInitial({ looks, letters }: Vocabulary, x: number, y: number): boolean {
  return looks[4 * x + 1] === 1 && letters[looks[4 * x]!] === letters[looks[4 * y]!];
}

// A slip in a short word is another word.
function areOneSlipApart(words: Vocabulary, x: number, y: number): boolean {
  return Math.max(lengthOf(words, x), lengthOf(words, y)) >= 4 && slipsBetween(words, x, y, 1) <= 1;
}

export function lengthOf({ looks }: Vocabulary, value: number): number {
  return looks[4 * value + 1]!;
}

/** The shorter begins or ends the longer, with at least four letters. */
function contains({ looks, letters }: Vocabulary, x: number, y: number): boolean {
  const [start, other, length] = [looks[4 * x]!, looks[4 * y]!, looks[4 * x + 1]!];
  const more = looks[4 * y + 1]! - length;
  if (length < 4 || more <= 0 || (looks[4 * x + 2]! & ~looks[4 * y + 2]!) !== 0) return false;
  return isAt(letters, start, other, length) || isAt(letters, start, other + more, length);
}

function isAt(letters: Uint16Array, a: number, b: number, length: number): boolean {
  for (let i = 0; i < length; i++) if (letters[a + i] !== letters[b + i]) return false;
  return true;
}

const places = 1 << 14;

/** Keeps the latest grades; the same pairs of values come again and again within a block. `grade` is symmetric. */
export function remembered(grade: Grade): Grade {
  const xs = new Int32Array(places);
  const ys = new Int32Array(places);
  const grades = new Uint8Array(places);
  return (x, y) => {
    if (x > y) [x, y] = [y, x];
    const place = ((Math.imul(x, 0x9e3779b1) ^ Math.imul(y, 0x85ebca6b)) >>> 7) & (places - 1);
    if (xs[place] === x && ys[place] === y) return grades[place]!;
    xs[place] = x;
    ys[place] = y;
    return (grades[place] = grade(x, y));
  };
}
