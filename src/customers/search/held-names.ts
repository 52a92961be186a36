import { isEastAsian, isLatin, inLatin } from "../names/index.ts";
import { normaliseName } from "../normalise/index.ts";
import { type IntBuffer, withRoom } from "./growing.ts";
import { IntLists } from "./int-lists.ts";
import { Texts } from "./texts.ts";
import type { Words } from "./words.ts";

export type ToldName = { readonly text: string; readonly seen: number };

const none = -1;
const mostWords = 8;

/**
 * Who is called what: one entry for each name of an identity, with its words, and for each word the entries that hold it.
 * A name in other letters stands a second time in Latin ones.
 */
export class HeldNames {
  count = 0;
  /** Those that somebody holds. */
  held = 0;
  /** The identity that holds the entry, or -1 when it is held no longer. */
  rowOf = new Int32Array(0);
  /** The words of entry e stand in `words` from `starts[e]` to `starts[e + 1]`. */
  starts = new Int32Array(1);
  words = new Int32Array(0);
  #text = new Int32Array(0);
  #seen = new Uint32Array(0);
  #next = new Int32Array(0);
  #first = new Int32Array(0);
  #texts = new Texts();
  #holders = new IntLists();
  readonly #vocabulary: Words;

  constructor(vocabulary: Words) {
    this.#vocabulary = vocabulary;
  }

  /** Makes these the names of an identity: what it has already stays where it is, what is missing is told no longer. */
  tell(row: number, names: readonly ToldName[]): void {
    const held = new Map(this.entriesOf(row).map((entry) => [this.textOf(entry), entry]));
    const told = new Map(names.map((name) => [cut(name.text), name]));
    for (const [text, entry] of held) if (!told.has(text)) this.#forget(row, entry);
    for (const [text, { seen }] of told) if (!held.has(text)) this.#enter(row, text, seen);
    for (const entry of this.entriesOf(row)) this.#seen[entry] = told.get(this.textOf(entry))?.seen ?? 0;
  }

  /** Adds a name to those of an identity. */
  hear(row: number, { text, seen }: ToldName): void {
    const short = cut(text);
    const known = this.entriesOf(row).find((entry) => this.textOf(entry) === short);
    if (known === undefined) this.#enter(row, short, seen);
    else if (seen > this.#seen[known]!) this.#seen[known] = seen;
  }

  entriesOf(row: number): number[] {
    const entries: number[] = [];
    for (let entry = (this.#first[row] ?? 0) - 1; entry >= 0; entry = this.#next[entry]!) entries.push(entry);
    return entries;
  }

  textOf(entry: number): string {
    return this.#texts.at(this.#text[entry]!);
  }

  seenAt(entry: number): number {
    return this.#seen[entry]!;
  }

  wordsOf(entry: number): Int32Array {
    return this.words.subarray(this.starts[entry]!, this.starts[entry + 1]!);
  }

  readHolders(word: number, into: IntBuffer): void {
    this.#holders.read(word, into);
  }

  settle(): void {
    this.#holders.settle();
  }

  #enter(row: number, text: string, seen: number): void {
    const spellings = [...spellingsOf(text)];
    const at = spellings.length > 0 ? this.#texts.add(text) : none;
    for (const spelling of spellings) this.#add(row, spelling.split(" ").slice(0, mostWords), at, seen);
  }

  #add(row: number, words: readonly string[], text: number, seen: number): void {
    const entry = this.count++;
    this.#makeRoom(entry, row, words.length);
    this.held++;
    this.rowOf[entry] = row;
    this.#text[entry] = text;
    this.#seen[entry] = seen;
    this.#next[entry] = this.#first[row]! - 1;
    this.#first[row] = entry + 1;
    words.forEach((word, i) => this.#hold(entry, word, this.starts[entry]! + i));
    this.starts[entry + 1] = this.starts[entry]! + words.length;
  }

  #hold(entry: number, text: string, at: number): void {
    const word = this.#vocabulary.add(text);
    this.words[at] = word;
    this.#vocabulary.frequency[word]!++;
    this.#holders.add(word, entry);
  }

  #makeRoom(entry: number, row: number, words: number): void {
    this.rowOf = withRoom(this.rowOf, entry + 1);
    this.#text = withRoom(this.#text, entry + 1);
    this.#seen = withRoom(this.#seen, entry + 1);
    this.#next = withRoom(this.#next, entry + 1);
    this.#first = withRoom(this.#first, row + 1);
    this.starts = withRoom(this.starts, entry + 2);
    this.words = withRoom(this.words, this.starts[entry]! + words);
  }

  // The same text may have several entries, one a spelling.
  #forget(row: number, from: number): void {
    let before = none;
    for (const entry of this.entriesOf(row)) {
      if (this.#text[entry] !== this.#text[from]) before = entry;
      else this.#drop(row, entry, before);
    }
    this.#texts.wipe(this.#text[from]!);
  }

  #drop(row: number, entry: number, before: number): void {
    if (before === none) this.#first[row] = this.#next[entry]! + 1;
    else this.#next[before] = this.#next[entry]!;
    this.held--;
    this.rowOf[entry] = none;
    for (const word of this.wordsOf(entry)) this.#vocabulary.frequency[word]!--;
  }

  get bytes(): { readonly index: number; readonly records: number } {
    return {
      index: this.#holders.bytes + 4 * (this.rowOf.length + this.starts.length + this.words.length),
      records:
        this.#texts.bytes.length + 4 * (this.#text.length + this.#seen.length + this.#next.length + this.#first.length),
    };
  }
}

// 80 signs are at most 240 bytes; half a sign is none.
function cut(text: string): string {
  return text.length <= 80 ? text : text.slice(0, 80).replace(/[\ud800-\udbff]$/, "");
}

/** A name as it may be typed: as it is; in Latin letters; a Chinese, Japanese or Korean one with a space after the family's. */
function spellingsOf(text: string): Set<string> {
  const name = normaliseName(text);
  const spaced = isEastAsian(name) && !name.includes(" ") ? familyApart(name) : name;
  return new Set([name, spaced, isLatin(spaced) ? spaced : inLatin(spaced)].filter((spelling) => spelling !== ""));
}

function familyApart(name: string): string {
  const signs = [...name];
  const family = signs.length >= 4 ? 2 : 1;
  return signs.length < 2 || signs.length > 5
    ? name
    : `${signs.slice(0, family).join("")} ${signs.slice(family).join("")}`;
}
