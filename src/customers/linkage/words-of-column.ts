import { columnOf, type Column } from "../../statistics/linkage/index.ts";

/** Numbers for words, 0 for "". Two columns may share one list, when their values are compared with each other. */
export class WordList {
  readonly words: string[] = [""];
  readonly #ids = new Map<string, number>([["", 0]]);

  find(word: string): number | undefined {
    return this.#ids.get(word);
  }

  idOf(word: string): number {
    let id = this.#ids.get(word);
    if (id === undefined) {
      id = this.words.length;
      this.words.push(word);
      this.#ids.set(word, id);
    }
    return id;
  }
}

/** One column of the file as it is read: each different text is normalised once. */
export class ColumnBeingRead {
  readonly words: WordList;
  readonly #normalise: (text: string) => string;
  readonly #known = new Map<string, number>();
  readonly #ids = new GrowingInts();

  constructor(normalise: (text: string) => string, words = new WordList()) {
    this.#normalise = normalise;
    this.words = words;
  }

  add(text: string): void {
    let id = this.#known.get(text);
    if (id === undefined) this.#known.set(text, (id = this.words.idOf(this.#normalise(text))));
    this.#ids.add(id);
  }

  get ids(): Int32Array {
    return this.#ids.list();
  }

  column(): Column {
    return columnOf(this.ids, this.words.words);
  }
}

/** Whole numbers one after the other, nobody knows how many. */
export class GrowingInts {
  #ints = new Int32Array(1024);
  #count = 0;

  add(int: number): void {
    if (this.#count === this.#ints.length) {
      const longer = new Int32Array(2 * this.#count);
      longer.set(this.#ints);
      this.#ints = longer;
    }
    this.#ints[this.#count++] = int;
  }

  list(): Int32Array {
    return this.#ints.subarray(0, this.#count);
  }
}
