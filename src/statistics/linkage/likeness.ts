import { plainOsaDistance } from "../text/index.ts";
import { wordOf, type Vocabulary } from "./vocabulary.ts";

/*
 * The two likenesses of ../text over words that lie in shared memory, with the cheap bounds that spare most of the work:
 * a letter that only one word has cannot be common, and needs a slip of its own.
 */

const taken = new Uint8Array(65536);
const common = new Uint16Array(65536);

/** Jaro-Winkler, or some number below `least` when it is below `least`. */
export function jaroWinkler({ looks, letters }: Vocabulary, x: number, y: number, least: number): number {
  const [a, b] = [looks[4 * x]!, looks[4 * y]!];
  const [lengthA, lengthB] = [looks[4 * x + 1]!, looks[4 * y + 1]!];
  const [maskA, maskB] = [looks[4 * x + 2]!, looks[4 * y + 2]!];
  const commonMax = Math.min(lengthA - bitsIn(maskA & ~maskB), lengthB - bitsIn(maskB & ~maskA));
  if (commonMax <= 0) return 0;
  const prefix = commonBeginning(letters, a, b, Math.min(4, lengthA, lengthB));
  const bound = (commonMax / lengthA + commonMax / lengthB + 1) / 3;
  if (bound + 0.1 * prefix * (1 - bound) < least) return 0;
  const jaro = jaroSimilarity(letters, a, lengthA, b, lengthB);
  return jaro > 0.7 ? jaro + 0.1 * prefix * (1 - jaro) : jaro;
}

/** False where neither Jaro-Winkler can reach .8, nor one slip lie between, nor one word lie in the other. Cheap. */
export function mayBeAlike(looks: Int32Array, x: number, y: number): boolean {
  const maskX = looks[4 * x + 2]!;
  const maskY = looks[4 * y + 2]!;
  if ((maskX & maskY) === 0) return false;
  const onlyX = maskX & ~maskY;
  const onlyY = maskY & ~maskX;
  if (onlyX === 0 || onlyY === 0) return true;
  const lengthX = looks[4 * x + 1]!;
  const lengthY = looks[4 * y + 1]!;
  const common = Math.min(lengthX - bitsIn(onlyX), lengthY - bitsIn(onlyY));
  // JW ≥ .8 takes J ≥ .8, or 2/3 with the longest common beginning; J ≤ (c/|x| + c/|y| + 1) / 3. Whole numbers are quicker.
  const beginAlike = ((looks[4 * x + 3]! ^ looks[4 * y + 3]!) & 255) === 0;
  return 5 * common * (lengthX + lengthY) >= (beginAlike ? 5 : 7) * lengthX * lengthY;
}

/** False where more than two slips lie between for sure. */
export function mayBeTwoSlipsApart(looks: Int32Array, x: number, y: number): boolean {
  const [maskX, maskY] = [looks[4 * x + 2]!, looks[4 * y + 2]!];
  return bitsIn(maskX & ~maskY) <= 2 && bitsIn(maskY & ~maskX) <= 2;
}

function bitsIn(mask: number): number {
  let bits = mask - ((mask >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

function commonBeginning(letters: Uint16Array, a: number, b: number, longest: number): number {
  let length = 0;
  while (length < longest && letters[a + length] === letters[b + length]) length++;
  return length;
}

// Positions of every letter in the pattern at hand; all zero between two calls.
const positions = new Int32Array(65536);

function jaroSimilarity(letters: Uint16Array, a: number, lengthA: number, b: number, lengthB: number): number {
  const window = Math.max(0, (Math.max(lengthA, lengthB) >> 1) - 1);
  if (lengthB > 32) return jaroOfLong(letters, a, lengthA, b, lengthB, window);
  for (let j = 0; j < lengthB; j++) positions[letters[b + j]!]! |= 1 << j;
  let left = -1;
  let found = 0;
  for (let i = 0; i < lengthA; i++) {
    // The places from i - window to i + window: the first free one there that holds the letter.
    const from = i > window ? i - window : 0;
    const upTo = i + window + 1;
    if (from >= lengthB) break;
    const within = (upTo >= 32 ? -1 : (1 << upTo) - 1) & (-1 << from);
    const here = positions[letters[a + i]!]! & left & within;
    if (here === 0) continue;
    left &= ~(here & -here);
    common[found++] = letters[a + i]!;
  }
  for (let j = 0; j < lengthB; j++) positions[letters[b + j]!] = 0;
  if (found === 0) return 0;
  let outOfOrder = 0;
  let k = 0;
  for (let used = ~left; used !== 0; used &= used - 1)
    if (letters[b + 31 - Math.clz32(used & -used)] !== common[k++]) outOfOrder++;
  return (found / lengthA + found / lengthB + (found - outOfOrder / 2) / found) / 3;
}

/** The same without bits, for words of more than 32 letters. */
function jaroOfLong(
  letters: Uint16Array,
  a: number,
  lengthA: number,
  b: number,
  lengthB: number,
  window: number,
): number {
  taken.fill(0, 0, lengthB);
  let found = 0;
  for (let i = 0; i < lengthA; i++) {
    const letter = letters[a + i]!;
    const end = Math.min(lengthB, i + window + 1);
    for (let j = i > window ? i - window : 0; j < end; j++) {
      if (taken[j] !== 0 || letters[b + j] !== letter) continue;
      taken[j] = 1;
      common[found++] = letter;
      break;
    }
  }
  if (found === 0) return 0;
  let outOfOrder = 0;
  for (let j = 0, k = 0; k < found; j++) if (taken[j] !== 0 && letters[b + j] !== common[k++]) outOfOrder++;
  return (found / lengthA + found / lengthB + (found - outOfOrder / 2) / found) / 3;
}

/** Slips between two words (optimal string alignment), or some number above `most` when there are more. */
export function slipsBetween(words: Vocabulary, x: number, y: number, most: number): number {
  const { looks } = words;
  const [lengthX, lengthY] = [looks[4 * x + 1]!, looks[4 * y + 1]!];
  const [maskX, maskY] = [looks[4 * x + 2]!, looks[4 * y + 2]!];
  if (Math.abs(lengthX - lengthY) > most) return most + 1;
  if (bitsIn(maskX & ~maskY) > most || bitsIn(maskY & ~maskX) > most) return most + 1;
  if (Math.min(lengthX, lengthY) > 32) return plainOsaDistance(wordOf(words, x), wordOf(words, y));
  return lengthX <= lengthY ? slipsInOneWord(words, x, y) : slipsInOneWord(words, y, x);
}

/** Hyyrö's recurrence, as in ../text/index.ts; the pattern has 32 letters at most. */
function slipsInOneWord({ starts, letters }: Vocabulary, pattern: number, text: number): number {
  const start = starts[pattern]!;
  const length = starts[pattern + 1]! - start;
  if (length === 0) return starts[text + 1]! - starts[text]!;
  for (let i = 0; i < length; i++) positions[letters[start + i]!]! |= 1 << i;
  const top = 1 << (length - 1);
  let [vp, vn, d0, before, distance] = [-1, 0, 0, 0, length];
  for (let i = starts[text]!; i < starts[text + 1]!; i++) {
    const here = positions[letters[i]!]!;
    const swapped = ((~d0 & here) << 1) & before;
    d0 = (((here & vp) + vp) ^ vp) | here | vn | swapped;
    let hp = vn | ~(d0 | vp);
    let hn = d0 & vp;
    if (hp & top) distance++;
    if (hn & top) distance--;
    hp = (hp << 1) | 1;
    hn <<= 1;
    vp = hn | ~(d0 | hp);
    vn = hp & d0;
    before = here;
  }
  for (let i = 0; i < length; i++) positions[letters[start + i]!] = 0;
  return distance;
}
