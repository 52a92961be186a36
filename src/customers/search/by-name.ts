import type { NameIndex } from "./name-index.ts";
import { otherReadings } from "./other-readings.ts";
import type { Ranking } from "./ranking.ts";
import { reasonsFor } from "./reasons.ts";
import { TypedName } from "./typed-name.ts";

const otherReading = -6;
// Below these bits, a rare surname just so under another forename says more than two words with a slip in each.
const doubtful = (customers: number): number => Math.min(6, Math.log2(customers) / 2);

/** Those whose names are like the words that were typed. */
export class ByName {
  readonly #index: NameIndex;
  readonly #words: readonly string[];
  // The reading of the words by which an entry was found.
  readonly #readings = new Map<number, TypedName>();
  readonly #typed: TypedName;

  constructor(index: NameIndex, words: readonly string[]) {
    this.#index = index;
    this.#words = words;
    this.#typed = new TypedName(words, index.names, index.vocabulary);
  }

  /** Looks as far as it must to find `enough`. `bits`: what else speaks for all of them, or against. */
  meet(ranking: Ranking, enough: number, bits: number): void {
    const meet = (entry: number, more: number): void => this.#meet(ranking, entry, bits + more);
    this.#typed.readAlike(1, meet);
    if (ranking.count === 0) this.#readOtherwise(ranking, bits + otherReading, false);
    if (ranking.count < enough) this.#typed.readAlike(2, meet);
    if (ranking.count === 0) this.#readOtherwise(ranking, bits + otherReading, true);
    if (ranking.most < doubtful(this.#index.people.customers)) this.#typed.readAny(meet);
  }

  reasons(entry: number): string[] {
    const { names, vocabulary } = this.#index;
    const typed = this.#readings.get(entry) ?? this.#typed;
    return reasonsFor(typed, names.wordsOf(entry), vocabulary.texts, names.textOf(entry));
  }

  #readOtherwise(ranking: Ranking, bits: number, loosely: boolean): void {
    const { names, vocabulary } = this.#index;
    for (const words of otherReadings(this.#words, vocabulary, loosely)) {
      const reading = new TypedName(words, names, vocabulary);
      reading.readAlike(1, (entry, more) => {
        if (this.#readings.has(entry)) return;
        this.#readings.set(entry, reading);
        this.#meet(ranking, entry, bits + more);
      });
    }
  }

  #meet(ranking: Ranking, entry: number, bits: number): void {
    const row = this.#index.names.rowOf[entry]!;
    const customer = row < 0 ? -1 : this.#index.people.customerOf[row]!;
    if (customer >= 0) ranking.meet(customer, bits, entry);
  }
}
