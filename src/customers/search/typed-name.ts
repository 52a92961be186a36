import { IntBuffer } from "./growing.ts";
import type { HeldNames } from "./held-names.ts";
import { Scales } from "./scales.ts";
import { TypedWord } from "./typed-word.ts";
import type { Words } from "./words.ts";

// A name that half the town bears is not read to its end: the place's regulars have to tell those apart.
const mostLooks = 40_000;
const mostLooksForAny = 10_000;
const holders = new IntBuffer();

/** An entry of HeldNames, perhaps one that nobody holds any longer, and the bits in its favour. */
export type Collect = (entry: number, bits: number) => void;

type Way = readonly (readonly [word: TypedWord, slips: number])[];

/** The words of a name as somebody typed them, at most four, compared with the names that are held. */
export class TypedName {
  readonly words: readonly TypedWord[];
  readonly #names: HeldNames;
  readonly #vocabulary: Words;

  /** `among`: the words of the only names that come into question, where that is known. */
  constructor(texts: readonly string[], names: HeldNames, vocabulary: Words, among?: ReadonlySet<number>) {
    this.words = texts.map((text, i) => new TypedWord(text, vocabulary, i === texts.length - 1, among));
    this.#names = names;
    this.#vocabulary = vocabulary;
  }

  allowSlips(slips: 1 | 2): void {
    for (const word of this.words) word.allowSlips(slips);
  }

  /** Tells of every name that has all the words, with so many slips in all. */
  readAlike(slips: 1 | 2, collect: Collect): void {
    this.allowSlips(slips);
    this.#weighing((scales) => {
      this.#readHolders(this.#cheapestWay(slips), mostLooks, (entry) => {
        if (!scales.mayHaveAll(entry)) return;
        const bits = scales.weigh(entry);
        if (scales.strangers === 0) collect(entry, bits);
      });
    });
  }

  /** Tells of names that hold any one of the words just so, the rarest first. */
  readAny(collect: Collect): void {
    const way = this.words.map((word) => [word, 0] as const).sort(([a], [b]) => a.holders(0) - b.holders(0));
    this.#weighing((scales) => this.#readHolders(way, mostLooksForAny, (entry) => collect(entry, scales.weigh(entry))));
  }

  /** The same with a slip, of words that few bear: by the others so many are found that they must have more in common. */
  readAnyRare(most: number, look: (entry: number) => void): void {
    let looks = 0;
    const way = this.words.toSorted((a, b) => a.holders(1) - b.holders(1));
    for (const word of way.flatMap((word) => word.likeliest(1))) {
      if (looks + this.#vocabulary.frequency[word]! > most) continue;
      looks += this.#readHoldersOf(word, look);
    }
  }

  /** Weighs one entry after the other as they are handed over. */
  weighEach(work: (weigh: (entry: number) => number) => void): void {
    this.#weighing((scales) => work((entry) => scales.weigh(entry)));
  }

  #weighing(work: (scales: Scales) => void): void {
    Scales.with(this.words, this.#names, this.#vocabulary.texts.length, work);
  }

  // Two words, two slips: whoever has slipped twice in the one has not in the other. So it is enough to look at the
  // holders of one word with all slips, or of one with few and of another with the few that then remain.
  #cheapestWay(slips: number): Way {
    let cheapest: Way = [];
    let least = Infinity;
    for (const way of this.#ways(slips)) {
      const cost = way.reduce((sum, [word, most]) => sum + word.holders(most), 0);
      if (cost >= least) continue;
      cheapest = way;
      least = cost;
    }
    return cheapest;
  }

  *#ways(slips: number): Generator<Way> {
    for (const [i, word] of this.words.entries()) {
      yield [[word, slips]];
      for (const other of this.words.slice(i + 1)) {
        for (let few = 0; few < slips; few++)
          yield [
            [word, few],
            [other, slips - few - 1],
          ];
      }
    }
  }

  #readHolders(way: Way, most: number, look: (entry: number) => void): void {
    let looks = 0;
    for (const [word, slips] of way) {
      for (const candidate of word.likeliest(slips)) {
        if (looks > most) return;
        looks += this.#readHoldersOf(candidate, look);
      }
    }
  }

  #readHoldersOf(word: number, look: (entry: number) => void): number {
    holders.clear();
    this.#names.readHolders(word, holders);
    const { values, length } = holders;
    for (let i = 0; i < length; i++) look(values[i]!);
    return length;
  }
}
