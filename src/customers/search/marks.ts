import { withRoom } from "./growing.ts";
import { mostSaidWords } from "./said.ts";
import type { TypedWord } from "./typed-word.ts";

/** For each word of a vocabulary how often somebody who means it says each of the words that were said. Zero: never. */
export class Marks {
  #chances = new Float32Array(0);
  #marked: readonly TypedWord[] = [];

  mark(words: readonly TypedWord[], vocabulary: number): void {
    this.#chances = withRoom(this.#chances, vocabulary * mostSaidWords);
    this.#marked = words;
    this.#each((word, i, at) => (this.#chances[word.words.values[at]! * mostSaidWords + i] = 2 ** word.logs[at]!));
  }

  /** Everything is zero again, for whoever comes next. */
  wipe(): void {
    this.#each((word, i, at) => (this.#chances[word.words.values[at]! * mostSaidWords + i] = 0));
    this.#marked = [];
  }

  chance(word: number, said: number): number {
    return this.#chances[word * mostSaidWords + said]!;
  }

  #each(work: (word: TypedWord, i: number, at: number) => void): void {
    this.#marked.forEach((word, i) => {
      for (let at = 0; at < word.words.length; at++) work(word, i, at);
    });
  }
}
