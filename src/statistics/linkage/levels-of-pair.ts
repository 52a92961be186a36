import type { Comparison } from "./comparison.ts";
import { dateLevel, readDates } from "./dates.ts";
import { digitsGrade } from "./digits.ts";
import { alike, gradeOf, remembered, type Grade } from "./grade.ts";
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
    case "dates": {
      const dates = readDates(words);
      return levelBy(rows, column, (x, y) => dateLevel(dates, x, y));
    }
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
    return mayBeAlike(mailboxes.looks, p, q) ? grade(p, q) : 5;
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
