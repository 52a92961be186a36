import type { HeldPlaces, PlacePart } from "./held-places.ts";
import type { HeldNames } from "./held-names.ts";
import { strangePlace } from "./detail-likeness.ts";
import { strangeWord, untypedWord } from "./likeness.ts";
import { Marks } from "./marks.ts";
import { TypedWord } from "./typed-word.ts";
import type { Words } from "./words.ts";

/** A word may be of the name or of the address; without knowing better: */
const ofName = 0.6;
const stranger = 2 ** strangeWord;

const marksOfNames = new Marks();
const marksOfPlaces = new Marks();

/** What each said word was taken for, by its number: -1 nothing, else the word of the name or of the place. */
export type Taken = { readonly what: "name" | PlacePart | null; readonly word: number };

/** Said words weighed against names and addresses: each is a word of one or of the other, or of neither. */
export class SaidWords {
  readonly inNames: readonly TypedWord[];
  readonly inPlaces: readonly TypedWord[];
  /** The bits of the entry and address weighed last: of name, town and street. */
  name = 0;
  town = 0;
  street = 0;
  readonly #names: HeldNames;
  readonly #vocabularySize: number;
  readonly #places: HeldPlaces;
  // How often each word is said at all, as a part of a name and of an address.
  readonly #usualInNames: readonly number[];
  readonly #usualInPlaces: readonly number[];

  constructor(texts: readonly string[], names: HeldNames, vocabulary: Words, places: HeldPlaces) {
    const typed = (among: Words) =>
      texts.map((text, i) => {
        const word = new TypedWord(text, among, i === texts.length - 1);
        word.allowSlips(2);
        return word;
      });
    this.#names = names;
    this.#places = places;
    this.inNames = typed(vocabulary);
    this.inPlaces = places.held > 0 ? typed(places.vocabulary) : [];
    this.#usualInNames = this.inNames.map((word) => ofName * 2 ** word.logOfTyping(Math.max(1, names.held)));
    this.#usualInPlaces = this.inPlaces.map((word) => (1 - ofName) * 2 ** word.logOfTyping(Math.max(1, places.held)));
    this.#vocabularySize = vocabulary.texts.length;
  }

  weighing<T>(work: () => T): T {
    marksOfNames.mark(this.inNames, this.#vocabularySize);
    marksOfPlaces.mark(this.inPlaces, this.#places.vocabulary.texts.length);
    try {
      return work();
    } finally {
      marksOfNames.wipe();
      marksOfPlaces.wipe();
    }
  }

  /** How likely a said word is rather one of a name than of an address. */
  isOfName(i: number): boolean {
    return this.#usualInNames[i]! >= (this.#usualInPlaces[i] ?? 0);
  }

  /** Weighs what is called so (-1: no name is known) and lives so (0: no address is). `taken` is told for each word. */
  weigh(entry: number, place: number, taken?: Taken[]): void {
    this.name = this.town = this.street = 0;
    let used = 0;
    for (let i = 0; i < this.inNames.length; i++) {
      const ofNames = this.#bestOfName(entry, i, used);
      const ofPlaces = this.#bestOfPlace(place, i);
      const [usual, usualThere] = [this.#usualInNames[i]!, this.#usualInPlaces[i] ?? 0];
      const asName = entry < 0 ? usual : ofName * ofNames.chance + stranger * usual;
      const asPlace = place === 0 ? usualThere : (1 - ofName) * ofPlaces.chance + strangePlace * usualThere;
      const bits = Math.log2((asName + asPlace) / (usual + usualThere));
      const isPlace = ofPlaces.chance > 0 && asPlace > asName;
      if (isPlace) this[ofPlaces.part] += bits;
      else this.name += bits;
      if (!isPlace && ofNames.chance > 0) used |= 1 << ofNames.at;
      taken?.push(
        isPlace
          ? { what: ofPlaces.part, word: ofPlaces.word }
          : { what: ofNames.chance > 0 ? "name" : null, word: ofNames.word },
      );
    }
    if (entry >= 0)
      this.name += untypedWord * (this.#names.starts[entry + 1]! - this.#names.starts[entry]! - bitsIn(used));
  }

  #bestOfName(entry: number, said: number, used: number): { chance: number; at: number; word: number } {
    bestName.chance = 0;
    if (entry < 0) return bestName;
    const { words, starts } = this.#names;
    const [from, to] = [starts[entry]!, starts[entry + 1]!];
    for (let i = from; i < to; i++) {
      const chance = marksOfNames.chance(words[i]!, said);
      if (chance <= bestName.chance || (used & (1 << (i - from))) !== 0) continue;
      bestName.chance = chance;
      bestName.at = i - from;
      bestName.word = words[i]!;
    }
    return bestName;
  }

  #bestOfPlace(place: number, said: number): { chance: number; part: PlacePart; word: number } {
    bestPlace.chance = 0;
    if (place === 0) return bestPlace;
    const { words } = this.#places;
    for (let i = place + 1; i <= place + words[place]!; i++) {
      const chance = marksOfPlaces.chance(words[i]! >> 1, said);
      if (chance <= bestPlace.chance) continue;
      bestPlace.chance = chance;
      bestPlace.part = (words[i]! & 1) === 1 ? "street" : "town";
      bestPlace.word = words[i]! >> 1;
    }
    return bestPlace;
  }
}

// Filled anew for each word: thousands are weighed for one question.
const bestName = { chance: 0, at: 0, word: -1 };
const bestPlace: { chance: number; part: PlacePart; word: number } = { chance: 0, part: "town", word: -1 };

function bitsIn(used: number): number {
  let count = 0;
  for (let rest = used; rest !== 0; rest &= rest - 1) count++;
  return count;
}
