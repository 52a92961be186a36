import anyAscii from "any-ascii";

/** A folded name in Latin letters: "анна" is "anna". Chinese signs are read as Mandarin, whoever wrote them. */
export function inLatin(name: string): string {
  return isLatin(name)
    ? name
    : anyAscii(name)
        .toLowerCase()
        .replace(/[^a-z0-9 ]/g, "");
}

export function isLatin(name: string): boolean {
  return /^[\x20-\x7e]*$/.test(name);
}

/** Signs that stand for syllables or words: one of them another is another name, and the family's name comes first. */
export function isEastAsian(name: string): boolean {
  return /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(name);
}
