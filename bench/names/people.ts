/**
 * People with names as they are in life: a few names are borne by many, most by few. Made of syllables, with Zipf's law
 * for how common each is; the same seed gives the same people everywhere. Nobody's real name is in here on purpose.
 */
export type Random = (below: number) => number;

export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below;
  };
}

export function fullNames(count: number, seed: number): string[] {
  const random = randomFrom(seed);
  const forenames = commonFirst(words(4_000, 2, random), 1, random);
  const surnames = commonFirst(words(60_000, 3, random), 0.8, random);
  return Array.from({ length: count }, () => `${capital(forenames())} ${capital(surnames())}`);
}

/** A name with so many slips of the finger in it. The space stays, though a letter may slip over it. */
export function mistyped(name: string, slips: number, random: Random): string {
  let typed = name.toLowerCase();
  for (let slip = 0; slip < slips; slip++) typed = slipIn(typed, random);
  return typed;
}

const letters = "abcdefghijklmnopqrstuvwxyz";

function slipIn(text: string, random: Random): string {
  const at = Math.floor(random(text.length));
  if (text[at] === " ") return slipIn(text, random);
  const letter = letters[Math.floor(random(26))]!;
  const kind = Math.floor(random(4));
  const changed = [
    text.slice(0, at) + letter + text.slice(at),
    text.slice(0, at) + text.slice(at + 1),
    text.slice(0, at) + letter + text.slice(at + 1),
    text.slice(0, at) + (text[at + 1] ?? "") + text[at] + text.slice(at + 2),
  ][kind]!;
  return changed === text || changed.trim().split(/ +/).length !== 2 ? slipIn(text, random) : changed;
}

const onsets = "b br d dr f fl g gr h j k kl l m n p pr r s sch st t tr v w z".split(" ");
const vowels = "a a e e e i i o u au ei ie".split(" ");
const codas = ["", "", "", "l", "n", "r", "s", "t", "ck", "nd", "rt", "ng", "mm", "ll"];

function words(count: number, syllables: number, random: Random): string[] {
  const made = new Set<string>();
  const one = (list: readonly string[]): string => list[Math.floor(random(list.length))]!;
  while (made.size < count) {
    const length = 1 + Math.floor(random(syllables)) + (random(1) < 0.6 ? 1 : 0);
    made.add(Array.from({ length: Math.max(1, length) }, () => one(onsets) + one(vowels) + one(codas)).join(""));
  }
  return [...made].filter((word) => word.length > 2);
}

/** Draws the nth word with a chance proportional to 1 / (n + 3)^exponent. */
function commonFirst(list: readonly string[], exponent: number, random: Random): () => string {
  const sums = new Float64Array(list.length);
  let sum = 0;
  for (let i = 0; i < list.length; i++) sums[i] = sum += (i + 3) ** -exponent;
  return () => list[firstAbove(sums, random(sum))]!;
}

function firstAbove(sums: Float64Array, value: number): number {
  let [low, high] = [0, sums.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sums[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function capital(word: string): string {
  return word[0]!.toUpperCase() + word.slice(1);
}
