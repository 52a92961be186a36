import { levelsOf } from "./comparison.ts";
import { lengthOf, remembered, type Grade } from "./grade.ts";
import { slipsBetween } from "./likeness.ts";
import type { Vocabulary } from "./vocabulary.ts";

const endingDigits = 8;

/** Longer lists hold long numbers that are rarely asked about twice. */
const worthRemembering = 1 << 15;

/** Levels 2… of two different numbers, as people mistype them. */
export function digitsGrade(words: Vocabulary): Grade {
  const unlike = levelsOf.digits.length - 1;
  const grade: Grade = (x, y) => {
    const slips = slipsBetween(words, x, y, 2);
    if (slips <= 1) return 3;
    return slips <= 2 && Math.min(lengthOf(words, x), lengthOf(words, y)) >= 5 ? 4 : unlike;
  };
  const graded = words.size < worthRemembering ? remembered(grade) : grade;
  return (x, y) => {
    if (!haveDigitsInCommon(words.looks, x, y)) return unlike;
    return haveEqualEndings(words, x, y) ? 2 : graded(x, y);
  };
}

/** The first two or the last two signs, one of each in short codes: where neither is left, nothing is. */
export function haveDigitsInCommon(looks: Int32Array, x: number, y: number): boolean {
  const differ = looks[4 * x + 3]! ^ looks[4 * y + 3]!;
  const isShort = Math.min(looks[4 * x + 1]!, looks[4 * y + 1]!) < 5;
  return isShort ? (differ & 0xff) === 0 || differ >>> 24 === 0 : (differ & 0xffff) === 0 || differ >>> 16 === 0;
}

/** 0151 12345678 and +49 151 12345678. */
function haveEqualEndings({ looks, letters }: Vocabulary, x: number, y: number): boolean {
  if ((looks[4 * x + 3]! ^ looks[4 * y + 3]!) >>> 16 !== 0) return false;
  if (Math.min(looks[4 * x + 1]!, looks[4 * y + 1]!) < endingDigits) return false;
  const [endX, endY] = [looks[4 * x]! + looks[4 * x + 1]!, looks[4 * y]! + looks[4 * y + 1]!];
  for (let i = 1; i <= endingDigits; i++) if (letters[endX - i] !== letters[endY - i]) return false;
  return true;
}
