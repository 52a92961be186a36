import type { Hit } from "./hits.ts";
import { strangeWord } from "./likeness.ts";
import type { NameIndex } from "./name-index.ts";
import type { Ranking } from "./ranking.ts";
import { reasonsFor } from "./reasons.ts";
import { TypedName } from "./typed-name.ts";

/** Those who have a part of an identifier; where words were typed besides, their names speak for them or against. */
export class AmongHits {
  readonly #index: NameIndex;
  readonly #hits: readonly Hit[];
  readonly #entries: readonly (readonly number[])[];
  readonly #typed: TypedName | null;
  // The entry of the name that spoke for a hit.
  readonly #spoke = new Map<number, number>();

  constructor(index: NameIndex, hits: readonly Hit[], words: readonly string[]) {
    const asksNames = words.length > 0 && hits.some(({ isWhole }) => !isWhole);
    this.#index = index;
    this.#hits = hits;
    this.#entries = hits.map(({ customer, isWhole }) => (asksNames && !isWhole ? index.entriesOf(customer) : []));
    const among = new Set(
      this.#entries.flatMap((entries) => entries.flatMap((entry) => [...index.names.wordsOf(entry)])),
    );
    this.#typed = asksNames ? new TypedName(words, index.names, index.vocabulary, among) : null;
    this.#typed?.allowSlips(1);
  }

  /** `about` is told as -1 for the first hit, -2 for the second. */
  meet(ranking: Ranking): void {
    const meetAll = (weigh?: (entry: number) => number): void =>
      this.#hits.forEach(({ customer, bits, isWhole }, i) => {
        ranking.meet(customer, bits + (weigh && !isWhole ? this.#bitsOfName(i, weigh) : 0), -1 - i);
      });
    if (this.#typed === null) meetAll();
    else this.#typed.weighEach(meetAll);
  }

  reasons(about: number): string[] {
    const hit = -1 - about;
    const entry = this.#spoke.get(hit);
    return [this.#hits[hit]!.reason, ...(entry === undefined ? [] : this.#reasonsOfName(entry))];
  }

  #reasonsOfName(entry: number): string[] {
    const { names, vocabulary } = this.#index;
    return reasonsFor(this.#typed!, names.wordsOf(entry), vocabulary.texts, names.textOf(entry));
  }

  #bitsOfName(hit: number, weigh: (entry: number) => number): number {
    let best = strangeWord * this.#typed!.words.length;
    for (const entry of this.#entries[hit]!) {
      const bits = weigh(entry);
      if (bits <= best) continue;
      best = bits;
      this.#spoke.set(hit, entry);
    }
    return best;
  }
}
