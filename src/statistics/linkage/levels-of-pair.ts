import { levelsOf, type Comparison } from "./comparison.ts";
import { dateGrade } from "./dates.ts";
import { alike, gradeOf, lengthOf, remembered, type Grade } from "./grade.ts";
import { jaroWinkler, mayBeAlike, slipsBetween } from "./likeness.ts";
import type { Records } from "./records.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** The level at which two records agree in one comparison. Records are given as where their rows begin. */
export type Level = (a: number, b: number) => number;

export function levelOf(records: Records, comparison: Comparison): Level {
  const { rows, vocabularies } = records;
  const [column, second = column] = comparison.columns as [number, number?];
  const words = vocabularies[column]!;
  switch (comparison.kind) {
    case "twoParts":
      return twoPartsLevel(rows, column, second, gradeOf(words, comparison.kin));
    case "emails":
      return emailsLevel(rows, column, second, words, vocabularies[second]!);
    case "dates":
      return levelBy(rows, column, dateGrade(words));
    case "digits":
      return levelBy(rows, column, digitsGrade(words));
    case "words":
      return levelBy(rows, column, wordsGrade(words, comparison));
  }
}

function levelBy(rows: Int32Array, column: number, grade: Grade): Level {
  return (a, b) => {
    const x = rows[a + column]!;
    const y = rows[b + column]!;
    if (x === 0 || y === 0) return 0;
    return x === y ? 1 : grade(x, y);
  };
}

function wordsGrade(words: Vocabulary, { kin }: Comparison): Grade {
  const grade = gradeOf(words, kin);
  const levels = [0, 1, 2, 2, 3, 4, 5];
  return (x, y) => levels[grade(x, y)]!;
}

const endingDigits = 8;

/** Longer lists hold long numbers that are rarely asked about twice. */
const worthRemembering = 1 << 15;

function digitsGrade(words: Vocabulary): Grade {
  const unlike = levelsOf.digits.length - 1;
  const grade: Grade = (x, y) => {
    const slips = slipsBetween(words, x, y, 2);
    if (slips <= 1) return 3;
    return slips <= 2 && Math.min(lengthOf(words, x), lengthOf(words, y)) >= 5 ? 4 : unlike;
  };
  const graded = words.size < worthRemembering ? remembered(grade) : grade;
  return (x, y) => {
    if (haveEqualEndings(words, x, y)) return 2;
    return haveOneEndInCommon(words, x, y) ? graded(x, y) : unlike;
  };
}

/** The first two or the last two signs, one of each in short codes: where neither is left, nothing is. */
function haveOneEndInCommon({ looks }: Vocabulary, x: number, y: number): boolean {
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

function emailsLevel(
  rows: Int32Array,
  email: number,
  mailbox: number,
  emails: Vocabulary,
  mailboxes: Vocabulary,
): Level {
  const grade = remembered((x, y) => (jaroWinkler(mailboxes, x, y, 0.88) >= 0.88 ? 4 : 5));
  return (a, b) => {
    const x = rows[a + email]!;
    const y = rows[b + email]!;
    if (x === 0 || y === 0) return 0;
    if (x === y) return 1;
    if (slipsBetween(emails, x, y, 2) <= 2) return 2;
    const [p, q] = [rows[a + mailbox]!, rows[b + mailbox]!];
    if (p === q) return 3;
    return mayBeAlike(mailboxes, p, q) ? grade(p, q) : 5;
  };
}

function twoPartsLevel(rows: Int32Array, first: number, second: number, grade: Grade): Level {
  const compare = (x: number, y: number): number => (x === 0 || y === 0 ? 0 : x === y ? 1 : grade(x, y));
  return (a, b) => {
    const [x1, x2, y1, y2] = [rows[a + first]!, rows[a + second]!, rows[b + first]!, rows[b + second]!];
    const firsts = compare(x1, y1);
    const seconds = compare(x2, y2);
    if (firsts === 1 && seconds === 1) return 1;
    if (isAlike(firsts) && isAlike(seconds)) return bothAlike(firsts, seconds);
    const crossed = compare(x1, y2);
    const recrossed = compare(x2, y1);
    if (crossed === 1 && recrossed === 1) return 2;
    if (isAlike(crossed) && isAlike(recrossed)) return 7;
    if (seconds === 1) return firsts === 0 ? 8 : 10;
    if (firsts === 1) return seconds === 0 ? 9 : 11;
    if (crossed === 1 || recrossed === 1) return 12;
    if (firsts === 0 && seconds === 0) return 0;
    return isAlike(firsts) || isAlike(seconds) ? 13 : 14;
  };
}

function isAlike(grade: number): boolean {
  return grade !== alike.missing && grade <= alike.near;
}

function bothAlike(firsts: number, seconds: number): number {
  if (seconds === 1) return firsts === alike.kin ? 3 : 4;
  return firsts === 1 ? 5 : 6;
}
