import { nameAsCompared } from "./spelling.ts";
import { ColumnBeingRead, GrowingInts, WordList } from "./words-of-column.ts";

const nameFields = ["forename", "surname", "full_name"];

export function isName(field: string): boolean {
  return nameFields.includes(field);
}

/** Forenames and surnames while they are read, from columns of their own or from full names. */
export class NamesBeingRead {
  /** One list, since the two are exchanged now and then. */
  readonly words = new WordList();
  readonly forename = new ColumnBeingRead(nameAsCompared, this.words);
  readonly surname = new ColumnBeingRead(nameAsCompared, this.words);
  readonly #generations = new GrowingInts();
  readonly #places: readonly number[];
  readonly #split = new Map<string, readonly [forename: string, surname: string]>();

  /** `fields` of the rows to come. */
  constructor(fields: readonly string[]) {
    this.#places = nameFields.map((field) => fields.indexOf(field));
  }

  add(values: readonly string[]): void {
    let [forename = "", surname = "", full = ""] = this.#places.map((place) =>
      place === -1 ? "" : (values[place] ?? ""),
    );
    this.#generations.add(generationIn(forename) || generationIn(surname) || generationIn(full));
    if (forename.trim() === "" && surname.trim() === "" && full !== "") [forename, surname] = this.#halves(full);
    this.forename.add(forename);
    this.surname.add(surname);
  }

  /** 1 for a junior, 2 for a senior, and so on; 0 where nothing is said. Two different ones are two people. */
  get generations(): Int32Array {
    return this.#generations.list();
  }

  #halves(full: string): readonly [forename: string, surname: string] {
    let halves = this.#split.get(full);
    if (!halves) {
      const words = nameAsCompared(full).split(" ");
      halves = [words.slice(0, -1).join(" "), words.at(-1)!];
      this.#split.set(full, halves);
    }
    return halves;
  }
}

const generation = /\S[\s,]+(jr|jnr|junior|ii|sr|snr|senior|iii|iv)\.?$/i;
const generations: Readonly<Record<string, number>> = { sr: 2, snr: 2, senior: 2, iii: 3, iv: 4 };

function generationIn(name: string): number {
  if (name.length < 4) return 0;
  const found = generation.exec(name.trim())?.[1];
  return found === undefined ? 0 : (generations[found.toLowerCase()] ?? 1);
}
