import { osaDistance } from "../../statistics/text/index.ts";
import { inLatin, isLatin, nicknamesOf } from "../names/index.ts";
import { IntBuffer, withRoom } from "./growing.ts";
import { type Likeness, likenesses, typedByStrangers, typedSo } from "./likeness.ts";
import { lettersOf, type Words } from "./words.ts";

type Slips = 0 | 1 | 2;

/** A word of the vocabulary that may have been meant. `log`: log2 of how often it is typed so. */
export type Candidate = { readonly word: number; readonly likeness: Likeness; readonly log: number };

// For the words looked at just now: 1 + the place among the candidates, or -1 for none. All zero between two readings.
let places = new Int32Array(0);
const seen = new IntBuffer();
const near = new IntBuffer();
const noCandidate = -1;

/** Everything in the vocabulary that a typed word may have meant, each with its likelihood. */
export class TypedWord {
  readonly text: string;
  readonly words = new IntBuffer();
  logs = new Float32Array(16);
  readonly #likenesses = new IntBuffer();
  readonly #slips = new IntBuffer();
  /** How many names hold a candidate with no slip, one, two. */
  readonly #holders = [0, 0, 0];
  readonly #vocabulary: Words;
  readonly #letters: number;
  readonly #among: ReadonlySet<number> | undefined;
  // What the words that are not of interest add to the chance of typing this, times the number of names. Those that are
  // of interest are few, and counted once too often.
  #unlisted = 0;
  #slipsAllowed: Slips = 0;

  /** `among`: the only words whose beginning is of interest, where few names come into question. */
  constructor(text: string, vocabulary: Words, isLast: boolean, among?: ReadonlySet<number>) {
    this.text = text;
    this.#vocabulary = vocabulary;
    this.#among = among;
    this.#letters = lettersOf(text);
    this.#reading(() => {
      for (const spelling of spellingsOf(text)) this.#readWithoutSlips(spelling, isLast);
    });
  }

  /** Looks further, to words as many slips away. */
  allowSlips(slips: 1 | 2): void {
    const most = Math.min(slips, mostSlips(this.text)) as 1 | 2;
    if (most <= this.#slipsAllowed) return;
    this.#slipsAllowed = most;
    this.#reading(() => {
      for (const spelling of spellingsOf(this.text)) this.#readNear(spelling, most);
    });
  }

  /** log2 of how often this is typed at all, by whomever: what makes a rare name count for more. */
  logOfTyping(names: number): number {
    const { frequency } = this.#vocabulary;
    let chance = this.#unlisted;
    let [lastLog, typed] = [0, 1];
    for (let i = 0; i < this.words.length; i++) {
      // Most stand in a row with the same likelihood.
      if (this.logs[i] !== lastLog) [lastLog, typed] = [this.logs[i]!, 2 ** this.logs[i]!];
      chance += frequency[this.words.values[i]!]! * typed;
    }
    return Math.log2(chance / names + 2 ** typedByStrangers(this.text));
  }

  /** How many names would have to be looked at. */
  holders(slips: number): number {
    return this.#holders.slice(0, slips + 1).reduce((sum, holders) => sum + holders, 0);
  }

  /** The candidates within so many slips, the likelier first. */
  likeliest(slips: number): number[] {
    const within = [...this.words.values.subarray(0, this.words.length).keys()].filter(
      (i) => this.#slips.values[i]! <= slips,
    );
    return within.sort((a, b) => this.logs[b]! - this.logs[a]!).map((i) => this.words.values[i]!);
  }

  candidateFor(word: number): Candidate | undefined {
    const i = this.words.values.subarray(0, this.words.length).indexOf(word);
    return i < 0 ? undefined : { word, likeness: likenesses[this.#likenesses.values[i]!]!, log: this.logs[i]! };
  }

  #readWithoutSlips(text: string, isLast: boolean): void {
    this.#meet(text, "same");
    for (const nickname of nicknamesOf(text)) this.#meet(nickname, "nickname");
    if (text.length > 1) this.#meet(text[0]!, "letter");
    if (isLast || text.length === 1) this.#readBeginnings(text);
    near.clear();
    this.#vocabulary.readAlikeInSound(text, near);
    for (let i = 0; i < near.length; i++) this.#consider(near.values[i]!, "sound", 1);
  }

  // Thousands begin with one letter: they are all alike, and nothing is worked out for each.
  #readBeginnings(text: string): void {
    const { frequency, texts } = this.#vocabulary;
    const likeness = text.length === 1 ? "initial" : "begins";
    const log = typedSo(likeness, text, text);
    const begun = this.#vocabulary.beginningWith(text);
    if (this.#among === undefined) return begun.forEach((word) => this.#begin(word, likeness, log));
    const typed = 2 ** log;
    for (let i = 0; i < begun.length; i++) this.#unlisted += frequency[begun[i]!]! * typed;
    for (const word of this.#among) if (texts[word]!.startsWith(text)) this.#begin(word, likeness, log);
  }

  #begin(word: number, likeness: Likeness, log: number): void {
    if (this.#vocabulary.frequency[word] === 0) return;
    if (places[word] === 0) this.#addCandidate(word, likeness, 0, log);
    else this.#consider(word, likeness, 0);
  }

  #readNear(text: string, slips: 1 | 2): void {
    near.clear();
    this.#vocabulary.readNear(text, slips, near);
    for (let i = 0; i < near.length; i++) {
      const word = near.values[i]!;
      if (places[word] === noCandidate || !this.#mayBeNear(word, text, slips)) continue;
      const distance = osaDistance(text, this.#vocabulary.texts[word]!);
      if (distance === 1) this.#consider(word, "slip", 1);
      else if (distance === 2 && slips === 2) this.#consider(word, "slips", 2);
      else if (places[word] === 0) this.#note(word, noCandidate);
    }
  }

  // A slip changes two letters at most.
  #mayBeNear(word: number, text: string, slips: number): boolean {
    const { letters, texts } = this.#vocabulary;
    const change = Math.abs(texts[word]!.length - text.length);
    return change <= slips && bitsIn(letters[word]! ^ this.#letters) <= 2 * slips;
  }

  #meet(text: string, likeness: Likeness): void {
    const word = this.#vocabulary.idOf(text);
    if (word !== undefined) this.#consider(word, likeness, 0);
  }

  // The likeliest way holds.
  #consider(word: number, likeness: Likeness, slips: Slips): void {
    if (this.#vocabulary.frequency[word] === 0) return;
    const log = typedSo(likeness, this.text, this.#vocabulary.texts[word]!);
    const place = places[word]! - 1;
    if (place >= 0 && this.logs[place]! >= log) return;
    if (place >= 0) this.#set(place, log, likeness);
    else this.#addCandidate(word, likeness, slips, log);
  }

  #addCandidate(word: number, likeness: Likeness, slips: Slips, log: number): void {
    const place = this.words.length;
    this.words.push(word);
    this.#slips.push(slips);
    this.#likenesses.push(0);
    this.logs = withRoom(this.logs, this.words.values.length);
    this.#set(place, log, likeness);
    this.#holders[slips]! += this.#vocabulary.frequency[word]!;
    this.#note(word, place + 1);
  }

  #set(place: number, log: number, likeness: Likeness): void {
    this.logs[place] = log;
    this.#likenesses.values[place] = likenesses.indexOf(likeness);
  }

  #note(word: number, place: number): void {
    places[word] = place;
    seen.push(word);
  }

  #reading(work: () => void): void {
    places = withRoom(places, this.#vocabulary.texts.length);
    for (let i = 0; i < this.words.length; i++) this.#note(this.words.values[i]!, i + 1);
    try {
      work();
    } finally {
      for (let i = 0; i < seen.length; i++) places[seen.values[i]!] = 0;
      seen.clear();
    }
  }
}

function spellingsOf(text: string): readonly string[] {
  return isLatin(text) ? [text] : [text, inLatin(text).replaceAll(" ", "")];
}

function mostSlips(text: string): Slips {
  return text.length < 2 ? 0 : text.length === 2 ? 1 : 2;
}

function bitsIn(number: number): number {
  let bits = number - ((number >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
