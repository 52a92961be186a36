import { doubleMetaphone } from "double-metaphone";
import { deletionHashes } from "../../statistics/text/index.ts";
import { isLatin } from "../names/index.ts";
import { IntBuffer, withRoom } from "./growing.ts";
import { IntLists } from "./int-lists.ts";

const nearMask = 2 ** 20 - 1;

/** Every word that occurs in a name, with the roads that lead to it: its spelling, its neighbours, its sound. */
export class Words {
  readonly texts: string[] = [];
  /** How many names hold the word at present. */
  frequency = new Int32Array(0);
  /** Which letters a word has, a bit each; others than a to z share the last six bits. */
  letters = new Int32Array(0);
  #ids = new Map<string, number>();
  #near = new IntLists();
  #soundIds = new Map<string, number>();
  #sounds = new IntLists();
  #sorted = new Int32Array(0);
  #sortedCount = 0;

  idOf(text: string): number | undefined {
    return this.#ids.get(text);
  }

  add(text: string): number {
    const known = this.#ids.get(text);
    if (known !== undefined) return known;
    const id = this.texts.push(text) - 1;
    this.#ids.set(text, id);
    this.frequency = withRoom(this.frequency, id + 1);
    this.letters = withRoom(this.letters, id + 1);
    this.letters[id] = lettersOf(text);
    for (const hash of deletionHashes(text, 2)) this.#near.add(hash & nearMask, id);
    for (const sound of soundsOf(text)) this.#sounds.add(this.#soundId(sound), id);
    return id;
  }

  /** Words that may lie within so many slips, some of them twice, and others that do not: verify each. */
  readNear(text: string, slips: 0 | 1 | 2, into: IntBuffer): void {
    for (const hash of deletionHashes(text, slips)) this.#near.read(hash & nearMask, into);
  }

  /** Words that sound alike. */
  readAlikeInSound(text: string, into: IntBuffer): void {
    for (const sound of soundsOf(text)) {
      const id = this.#soundIds.get(sound);
      if (id !== undefined) this.#sounds.read(id, into);
    }
  }

  #soundId(sound: string): number {
    const id = this.#soundIds.get(sound) ?? this.#soundIds.size;
    if (id === this.#soundIds.size) this.#soundIds.set(sound, id);
    return id;
  }

  /** Words with this beginning, in the order of the alphabet. */
  beginningWith(text: string): Int32Array {
    this.#sortLatest();
    return this.#sorted.subarray(this.#firstFrom(text), this.#firstFrom(`${text}\uffff`));
  }

  #firstFrom(text: string): number {
    let [low, high] = [0, this.#sortedCount];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.texts[this.#sorted[middle]!]! < text) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  // A few new words are put where they belong; after many, all is sorted once.
  #sortLatest(): void {
    const missing = this.texts.length - this.#sortedCount;
    if (missing > 100) {
      this.#sorted = Int32Array.from(this.texts.keys()).sort((a, b) => (this.texts[a]! < this.texts[b]! ? -1 : 1));
      this.#sortedCount = this.texts.length;
    } else for (let i = 0; i < missing; i++) this.#putInOrder(this.#sortedCount);
  }

  #putInOrder(word: number): void {
    const at = this.#firstFrom(this.texts[word]!);
    this.#sorted = withRoom(this.#sorted, this.#sortedCount + 1);
    this.#sorted.copyWithin(at + 1, at, this.#sortedCount++);
    this.#sorted[at] = word;
  }

  settle(): void {
    this.#near.settle();
    this.#sounds.settle();
    this.#sortLatest();
  }

  get bytes(): number {
    return (
      this.#near.bytes + this.#sounds.bytes + 4 * (this.#sorted.length + this.frequency.length + this.letters.length)
    );
  }
}

export function lettersOf(text: string): number {
  let letters = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    letters |= 1 << (code >= 97 && code <= 122 ? code - 97 : 26 + (code % 6));
  }
  return letters;
}

function soundsOf(text: string): string[] {
  if (!isLatin(text) || text.length < 3) return [];
  return [...new Set(doubleMetaphone(text))].filter((sound) => sound.length > 1);
}
