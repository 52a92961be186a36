import { normaliseName } from "../normalise/index.ts";
import { withRoom } from "./growing.ts";
import { Words } from "./words.ts";

export type PlacePart = "town" | "street";

const mostWords = 12;
const tooManyGone = 10_000;

/**
 * Where people live, as the words of town and street: for each identity a stretch of `words`, first how many. The last bit
 * of a word tells the street's from the town's. Five words are 28 bytes.
 */
export class HeldPlaces {
  readonly vocabulary = new Words();
  /** Identities that live somewhere. */
  held = 0;
  words = new Int32Array(0);
  #from = new Int32Array(0);
  #end = 1;
  #gone = 0;

  tell(row: number, town: string, street: string): void {
    const words = [...this.#wordsOf(town, 0), ...this.#wordsOf(street, 1)].slice(0, mostWords);
    if (words.length === 0 && this.startOf(row) === 0) return;
    this.#drop(row);
    if (words.length > 0) this.#enter(row, words);
    if (this.#gone > tooManyGone + this.#end / 2) this.#closeGaps();
  }

  /** Where the stretch of an identity begins with its length; 0 where there is none. */
  startOf(row: number): number {
    return this.#from[row] ?? 0;
  }

  #wordsOf(text: string, part: 0 | 1): number[] {
    const words = normaliseName(text)
      .split(" ")
      .filter((word) => /\p{L}/u.test(word));
    return [...new Set(words)].map((word) => 2 * this.vocabulary.add(word) + part);
  }

  #enter(row: number, words: readonly number[]): void {
    this.#from = withRoom(this.#from, row + 1);
    this.words = withRoom(this.words, this.#end + 1 + words.length);
    this.#from[row] = this.#end;
    this.words[this.#end] = words.length;
    this.words.set(words, this.#end + 1);
    this.#end += 1 + words.length;
    this.held++;
    for (const word of words) this.vocabulary.frequency[word >> 1]!++;
  }

  #drop(row: number): void {
    const from = this.startOf(row);
    if (from === 0) return;
    const length = this.words[from]!;
    for (let i = from + 1; i <= from + length; i++) this.vocabulary.frequency[this.words[i]! >> 1]!--;
    this.words.fill(0, from + 1, from + 1 + length);
    this.#from[row] = 0;
    this.#gone += 1 + length;
    this.held--;
  }

  #closeGaps(): void {
    const old = this.words;
    this.words = new Int32Array(this.#end - this.#gone);
    this.#end = 1;
    this.#gone = 0;
    for (const [row, from] of this.#from.entries()) {
      if (from === 0) continue;
      const part = old.subarray(from, from + 1 + old[from]!);
      this.words.set(part, this.#end);
      this.#from[row] = this.#end;
      this.#end += part.length;
    }
  }

  settle(): void {
    this.vocabulary.settle();
  }

  get bytes(): number {
    return 4 * (this.words.length + this.#from.length) + (this.held > 0 ? this.vocabulary.bytes : 0);
  }
}
