import { reasonsForName, reasonsForPlaces } from "./detail-reasons.ts";
import { IntBuffer } from "./growing.ts";
import type { Hit } from "./hits.ts";
import type { NameIndex } from "./name-index.ts";
import type { Ranking } from "./ranking.ts";
import { SaidNumbers } from "./said-numbers.ts";
import { SaidWords, type Taken } from "./said-words.ts";
import type { Said } from "./said.ts";
import { TypedName } from "./typed-name.ts";

const mostWordsOfName = 4;
// Half a town has one postcode, and many one name: that finds nobody. Some microseconds each (2026-11-22).
const mostWithCode = 5_000;
const mostWithWord = 3_000;
// Bits beyond one in all customers: then nobody else needs to be looked for; not among the many who share a word.
const clearly = 4;
const likely = 0;

const rows = new IntBuffer();

type Meet = (customer: number) => void;

/** Those for whom all that was said speaks, together: name, birth date, postcode, address, telephone number. */
export class ByDetails {
  readonly #index: NameIndex;
  readonly #said: Said;
  readonly #words: SaidWords;
  readonly #numbers: SaidNumbers;
  readonly #weighed = new Set<number>();

  constructor(index: NameIndex, said: Said, hits: readonly Hit[]) {
    this.#index = index;
    this.#said = said;
    this.#words = new SaidWords(said.words, index.names, index.vocabulary, index.details.places);
    this.#numbers = new SaidNumbers(said, index.details, hits);
  }

  /** Looks along the surest roads first, and along the others while nobody is clearly meant. */
  meet(ranking: Ranking): void {
    const { details, people } = this.#index;
    const isThere = (bits: number): boolean => ranking.most > Math.log2(people.customers) + bits;
    const meet = (customer: number): void => this.#meet(ranking, customer);
    this.#words.weighing(() => {
      for (const customer of this.#numbers.reached) meet(customer);
      this.#meetAll(meet, () => this.#said.dates.forEach((date) => details.readBornOn(date, rows)));
      const typed = this.#typedName();
      this.#readAlike(typed, 1, meet);
      if (!isThere(clearly)) this.#readAlike(typed, 2, meet);
      if (!isThere(clearly))
        this.#meetAll(meet, () => this.#said.dates.forEach((date) => details.readBornNear(date, rows)));
      if (!isThere(likely)) this.#meetAll(meet, () => this.#readCode());
      if (!isThere(likely)) typed?.readAnyRare(mostWithWord, (entry) => this.#meetEntry(entry, meet));
    });
  }

  reasons(customer: number): string[] {
    const { names, vocabulary, people } = this.#index;
    const taken: Taken[] = [];
    const { entry } = this.#words.weighing(() => {
      const best = this.#best(customer);
      this.#words.weigh(best.entry, best.place, taken);
      return best;
    });
    const name = entry < 0 ? null : { words: names.wordsOf(entry), text: names.textOf(entry) };
    return [
      ...(name ? reasonsForName(taken, this.#words.inNames, name, vocabulary) : []),
      ...this.#numbers.reasons(customer, people.membersOf(customer)),
      ...reasonsForPlaces(taken, this.#words.inPlaces),
    ];
  }

  #meetAll(meet: Meet, read: () => void): void {
    rows.clear();
    read();
    for (let i = 0; i < rows.length; i++) meet(this.#index.people.customerOf[rows.values[i]!]!);
  }

  #readCode(): void {
    if (this.#said.code !== null) this.#index.details.readWithCode(this.#said.code, rows);
    if (rows.length > mostWithCode) rows.clear();
  }

  #typedName(): TypedName | null {
    const { names, vocabulary } = this.#index;
    const texts = this.#said.words.filter((_, i) => this.#words.isOfName(i)).slice(0, mostWordsOfName);
    return texts.length === 0 ? null : new TypedName(texts, names, vocabulary);
  }

  #readAlike(typed: TypedName | null, slips: 1 | 2, meet: Meet): void {
    typed?.readAlike(slips, (entry) => this.#meetEntry(entry, meet));
  }

  #meetEntry(entry: number, meet: Meet): void {
    const row = this.#index.names.rowOf[entry]!;
    if (row >= 0) meet(this.#index.people.customerOf[row]!);
  }

  #meet(ranking: Ranking, customer: number): void {
    if (customer < 0 || this.#weighed.has(customer)) return;
    this.#weighed.add(customer);
    const { bits, entry } = this.#best(customer);
    ranking.meet(customer, bits, entry);
  }

  /** The name (-1: none is known) and the address (0: none) that speak most for a customer, with all numbers. */
  #best(customer: number): { readonly bits: number; readonly entry: number; readonly place: number } {
    const { names, details, people } = this.#index;
    const members = people.membersOf(customer);
    const { numbers, code } = this.#numbers.weigh(customer, members);
    const entries = members.flatMap((row) => names.entriesOf(row));
    const places = members.map((row) => details.places.startOf(row)).filter((place) => place > 0);
    let best = { bits: -Infinity, entry: -1, place: 0 };
    for (const entry of entries.length > 0 ? entries : [-1]) {
      for (const place of places.length > 0 ? places : [0]) {
        this.#words.weigh(entry, place);
        const { name, street, town } = this.#words;
        const bits = numbers + name + street + together(code, town);
        if (bits > best.bits) best = { bits, entry, place };
      }
    }
    return best;
  }
}

/** Town and postcode say nearly the same: when both speak for somebody, the lesser counts half. */
function together(code: number, town: number): number {
  return code > 0 && town > 0 ? Math.max(code, town) + Math.min(code, town) / 2 : code + town;
}
