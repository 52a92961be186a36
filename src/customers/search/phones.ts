import { getCountries, getCountryCallingCode } from "libphonenumber-js/max";
import { IntBuffer } from "./growing.ts";
import { IntLists } from "./int-lists.ts";
import { Values } from "./values.ts";

/** Where the digits stand, in whose number (some of them), and how many numbers have them so. */
export type Found = {
  readonly part: "ends in" | "begins with" | "contains";
  readonly rows: readonly number[];
  readonly count: number;
};

const callingCodes: ReadonlySet<string> = new Set(getCountries().map((country) => getCountryCallingCode(country)));

/** Telephone numbers by their last digits, their first ones as dialled abroad or at home, or any in a row. */
export class Phones {
  #values = new Values();
  #byLastFour = new IntLists();
  #codesInUse = new Set<string>();
  #candidates = new IntBuffer();
  readonly #numberOf: (row: number) => string | undefined;

  /** `numberOf`: the number of an identity that is still there. */
  constructor(numberOf: (row: number) => string | undefined) {
    this.#numberOf = numberOf;
  }

  add(row: number, e164: string): number {
    const code = [2, 3, 4].map((end) => e164.slice(1, end)).find((digits) => callingCodes.has(digits));
    if (code !== undefined) this.#codesInUse.add(code);
    this.#byLastFour.add(Number(e164.slice(-4).replace(/\D/g, "")), row);
    return this.#values.add(row, e164);
  }

  remove(value: number): void {
    this.#values.remove(value);
  }

  textOf(value: number): string {
    return this.#values.textOf(value);
  }

  settle(): void {
    this.#values.settle();
    this.#byLastFour.settle();
  }

  /**
   * Identities whose number has these digits: at its end, at its beginning; or else, looking through all if
   * `lookEverywhere`, anywhere.
   */
  find(digits: string, most: number, lookEverywhere = true): Found[] {
    const ending = this.#endingIn(digits);
    const beginning = this.#beginningWith(digits, most);
    const found: Found[] = [{ part: "ends in", rows: ending.slice(0, most), count: ending.length }, beginning];
    const isFound = found.some(({ count }) => count > 0);
    return isFound || !lookEverywhere
      ? found.filter(({ count }) => count > 0)
      : [this.#holding(digits.replace(/^0+/, ""), most)];
  }

  #beginningWith(digits: string, most: number): Found {
    const into = new IntBuffer();
    const written = digits.replace(/^0+/, "");
    const beginnings = [`+${written}`, ...[...this.#codesInUse].map((code) => `+${code}${written}`)];
    const count = beginnings.reduce((sum, text) => sum + this.#values.readBeginningWith(text, most, into), 0);
    return { part: "begins with", rows: rowsIn(into), count };
  }

  #holding(digits: string, most: number): Found {
    const into = new IntBuffer();
    return { part: "contains", count: this.#values.readHolding(digits, most, into), rows: rowsIn(into) };
  }

  #endingIn(digits: string): number[] {
    this.#candidates.clear();
    const last = digits.slice(-4);
    const keys = last.length === 4 ? [last] : Array.from({ length: 10 }, (_, first) => `${first}${last}`);
    for (const key of keys) this.#byLastFour.read(Number(key), this.#candidates);
    const rows = rowsIn(this.#candidates);
    // 030 1234 is written +49301234: the 0 for dialling at home is no part of the number.
    const written = digits.replace(/^0+(?=\d{4})/, "");
    return digits.length <= 4
      ? rows.filter((row) => this.#numberOf(row))
      : rows.filter((row) => this.#numberOf(row)?.endsWith(written));
  }

  get bytes(): number {
    return this.#values.bytes + this.#byLastFour.bytes;
  }
}

function rowsIn(buffer: IntBuffer): number[] {
  return [...new Set(buffer.values.subarray(0, buffer.length))];
}
