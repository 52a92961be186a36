import { withRoom } from "./growing.ts";
import type { HeldNames } from "./held-names.ts";
import { strangeWord, untypedWord } from "./likeness.ts";
import type { TypedWord } from "./typed-word.ts";

export const mostTypedWords = 4;

// For each word of the vocabulary what each typed word says for it, in four places; 0: they are not alike.
// All zero but while something is weighed. Weights are bits, shifted to be above zero.
let weights = new Float32Array(0);
const shift = 64;

/** Weighs names against typed words: in bits, how much more often this is typed for such a name than at all. */
export class Scales {
  /** Typed words that the entry weighed last lacks. */
  strangers = 0;
  readonly #typed: number;
  readonly #names: HeldNames;

  private constructor(typed: number, names: HeldNames) {
    this.#typed = typed;
    this.#names = names;
  }

  static with<T>(words: readonly TypedWord[], names: HeldNames, vocabulary: number, work: (scales: Scales) => T): T {
    weights = withRoom(weights, vocabulary * mostTypedWords);
    words.forEach((word, i) => {
      const usual = word.logOfTyping(Math.max(1, names.held));
      mark(word, i, (log) => log - usual + shift);
    });
    try {
      return work(new Scales(words.length, names));
    } finally {
      words.forEach((word, i) => mark(word, i, () => 0));
    }
  }

  /** Whether the entry may have all the typed words: most have not, and this is quicker than to weigh them. */
  mayHaveAll(entry: number): boolean {
    const { words, starts } = this.#names;
    const from = starts[entry]!;
    const to = starts[entry + 1]!;
    for (let i = 0; i < this.#typed; i++) {
      let at = from;
      while (at < to && weights[words[at]! * mostTypedWords + i] === 0) at++;
      if (at === to) return false;
    }
    return true;
  }

  /** Each typed word takes the best of the name's words that is still free. */
  weigh(entry: number): number {
    const { words, starts } = this.#names;
    const from = starts[entry]!;
    const to = starts[entry + 1]!;
    let bits = 0;
    let taken = 0;
    this.strangers = 0;
    for (let i = 0; i < this.#typed; i++) {
      let best = 0;
      let place = 0;
      for (let at = from; at < to; at++) {
        const weight = weights[words[at]! * mostTypedWords + i]!;
        if (weight <= best || (taken & (1 << (at - from))) !== 0) continue;
        best = weight;
        place = 1 << (at - from);
      }
      taken |= place;
      bits += place === 0 ? strangeWord : best - shift;
      if (place === 0) this.strangers++;
    }
    return bits + Math.max(0, to - from - this.#typed + this.strangers) * untypedWord;
  }
}

function mark(word: TypedWord, place: number, weight: (log: number) => number): void {
  const { values, length } = word.words;
  for (let i = 0; i < length; i++) weights[values[i]! * mostTypedWords + place] = weight(word.logs[i]!);
}
