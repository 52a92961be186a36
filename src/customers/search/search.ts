import { strangeWord } from "./likeness.ts";
import type { NameIndex } from "./name-index.ts";
import { otherReadings } from "./other-readings.ts";
import { IntBuffer } from "./growing.ts";
import { type Query, readQuery } from "./query.ts";
import { type Prior, type Ranked, Ranking } from "./ranking.ts";
import { reasonsFor } from "./reasons.ts";
import { type Collect, TypedName } from "./typed-name.ts";

/** A customer who may be meant. The score is how likely, the reasons say why; a high score is no proof. */
export type Found = {
  readonly customer: string;
  readonly name: string | null;
  readonly score: number;
  readonly reasons: readonly string[];
};

export type SearchOptions = { readonly limit?: number; readonly prior?: Prior };

// A part of an identifier found in somebody's.
type Hit = { readonly row: number; readonly bits: number; readonly reason: string };

const mostHits = 1000;
const otherReading = -6;
// Below these bits, a rare surname just so under another forename says more than two words with a slip in each.
const doubtful = (customers: number): number => Math.min(6, Math.log2(customers) / 2);

/** Who may be meant by what was typed: a name with slips, a part of a number, both. Best first. */
export function search(index: NameIndex, text: string, { limit = 10, prior }: SearchOptions = {}): Found[] {
  const query = readQuery(text);
  const hits = hitsOf(index, query);
  const ranking = new Ranking(Math.max(1, index.people.customers), index.people.count, prior);
  const name = new NamesFor(index, query.words, limit);
  if (hits.length > 0) name.meetAmong(hits, ranking);
  else name.meetAll(ranking, query.digits === null ? 0 : strangeWord);
  return ranking.best(limit).map((ranked) => found(index, ranked, name.reasons(ranked, hits)));
}

function found(index: NameIndex, { customer, score, about }: Ranked, reasons: readonly string[]): Found {
  const name = about >= 0 ? index.names.textOf(about) : index.nameOf(customer);
  return { customer: index.people.idOf(customer), name, score, reasons };
}

function hitsOf(index: NameIndex, { identifier, digits }: Query): Hit[] {
  return [...(identifier ? identifierHits(index, identifier) : []), ...(digits ? phoneHits(index, digits) : [])];
}

function identifierHits(index: NameIndex, text: string): Hit[] {
  const rows = new IntBuffer();
  const count = index.values.readBeginningWith(text, mostHits, rows);
  const what = text.includes("@") ? "e-mail address" : "e-mail address or number";
  return hits(index, [...rows.values.subarray(0, rows.length)], count, `${what} begins with “${text}”`);
}

function phoneHits(index: NameIndex, digits: string): Hit[] {
  return index.phones
    .find(digits, mostHits)
    .flatMap(({ part, rows, count }) => hits(index, rows, count, `phone ${part} ${digits}`));
}

// The fewer have it, the more it says.
function hits(index: NameIndex, rows: readonly number[], count: number, reason: string): Hit[] {
  const bits = Math.log2(Math.max(1, index.people.customers) / count);
  return rows.map((row) => ({ row, bits, reason }));
}

/** The words of a query, and what they say about whom. */
class NamesFor {
  readonly #index: NameIndex;
  readonly #limit: number;
  readonly #typed: TypedName | null;
  // Which reading of the words an entry was found by, where it is not the first.
  readonly #readings = new Map<number, TypedName>();
  readonly #entries = new Map<Hit, number>();

  constructor(index: NameIndex, words: readonly string[], limit: number) {
    this.#index = index;
    this.#limit = limit;
    this.#typed = words.length > 0 ? new TypedName(words, index.names, index.vocabulary) : null;
  }

  meetAll(ranking: Ranking, bits: number): void {
    const typed = this.#typed;
    if (typed === null) return;
    typed.readAlike(1, this.#collector(ranking, bits));
    if (ranking.count === 0) this.#readOtherwise(typed, ranking, bits + otherReading, false);
    if (ranking.count < this.#limit) typed.readAlike(2, this.#collector(ranking, bits));
    if (ranking.count === 0) this.#readOtherwise(typed, ranking, bits + otherReading, true);
    if (ranking.most < doubtful(this.#index.people.customers))
      typed.readAny((entry, more) => this.#meet(ranking, entry, bits + more));
  }

  /** The customers who have a part of an identifier; their names speak for them or against. */
  meetAmong(hits: readonly Hit[], ranking: Ranking): void {
    const { customerOf } = this.#index.people;
    const here = hits.map((hit, i) => [hit, customerOf[hit.row]!, i] as const).filter(([, customer]) => customer >= 0);
    if (this.#typed === null) for (const [hit, customer, i] of here) ranking.meet(customer, hit.bits, -1 - i);
    this.#typed?.allowSlips(1);
    this.#typed?.weighEach((weigh) => {
      for (const [hit, customer, i] of here) {
        ranking.meet(customer, hit.bits + this.#bitsOfNames(hit, customer, weigh), -1 - i);
      }
    });
  }

  reasons({ about }: Ranked, hits: readonly Hit[]): string[] {
    const hit = about < 0 ? hits[-1 - about]! : null;
    const entry = hit === null ? about : this.#entries.get(hit);
    return [...(hit ? [hit.reason] : []), ...(entry === undefined ? [] : this.#reasonsOfName(entry))];
  }

  #reasonsOfName(entry: number): string[] {
    const typed = this.#readings.get(entry) ?? this.#typed;
    const { names, vocabulary } = this.#index;
    return typed ? reasonsFor(typed, names.wordsOf(entry), vocabulary.texts, names.textOf(entry)) : [];
  }

  #bitsOfNames(hit: Hit, customer: number, weigh: (entry: number) => number): number {
    let best = strangeWord * this.#typed!.words.length;
    for (const entry of this.#index.entriesOf(customer)) {
      const bits = weigh(entry);
      if (bits <= best) continue;
      best = bits;
      this.#entries.set(hit, entry);
    }
    return best;
  }

  #readOtherwise(typed: TypedName, ranking: Ranking, bits: number, loosely: boolean): void {
    const { names, vocabulary } = this.#index;
    for (const words of otherReadings(
      typed.words.map(({ text }) => text),
      vocabulary,
      loosely,
    )) {
      const reading = new TypedName(words, names, vocabulary);
      reading.readAlike(1, (entry, more) => {
        if (this.#readings.has(entry)) return;
        this.#readings.set(entry, reading);
        this.#meet(ranking, entry, bits + more);
      });
    }
  }

  #collector(ranking: Ranking, bits: number): Collect {
    return (entry, more) => this.#meet(ranking, entry, bits + more);
  }

  #meet(ranking: Ranking, entry: number, bits: number): void {
    const row = this.#index.names.rowOf[entry]!;
    const customer = row < 0 ? -1 : this.#index.people.customerOf[row]!;
    if (customer >= 0) ranking.meet(customer, bits, entry);
  }
}
