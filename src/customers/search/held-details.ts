import { heldDate, slipsFrom, swapped } from "./birth-date.ts";
import { IntBuffer, withRoom } from "./growing.ts";
import { HeldPlaces } from "./held-places.ts";
import { IntLists } from "./int-lists.ts";

export type DetailKind = "birth date" | "postcode" | "town" | "street";

/** The facts in which such things stand, by the words that sources have for them. */
export const detailFacts: ReadonlyMap<string, DetailKind> = new Map([
  ["birthDate", "birth date"],
  ["postcode", "postcode"],
  ["city", "town"],
  ["town", "town"],
  ["suburb", "town"],
  ["street", "street"],
  ["address", "street"],
]);

/** A fact by which somebody may be told from a namesake. */
export type ToldDetail = { readonly kind: DetailKind; readonly text: string; readonly seen: number };

const dateBuckets = 2 ** 16 - 1;
const found = new IntBuffer();

/**
 * What is known of people beside their names: of each fact the value told last. Nothing is kept where nobody told such
 * facts; where all of them did, 16 bytes for birth date and postcode of each, and 28 for an address of five words.
 */
export class HeldDetails {
  readonly places = new HeldPlaces();
  /** Identities with a birth date, with a postcode. */
  datesHeld = 0;
  codesHeld = 0;
  readonly codes: string[] = [""];
  #codeIds = new Map<string, number>();
  #lengths = new Set<number>();
  #codeFrequency = new Int32Array(0);
  #dateOf = new Int32Array(0);
  #codeOf = new Int32Array(0);
  #byDate = new IntLists();
  #byCode = new IntLists();

  get isEmpty(): boolean {
    return this.datesHeld + this.codesHeld + this.places.held === 0;
  }

  /** Makes these the details of an identity. */
  tell(row: number, details: readonly ToldDetail[]): void {
    const latest = new Map<DetailKind, ToldDetail>();
    for (const detail of details) keepLatest(latest, detail);
    const textOf = (kind: DetailKind): string => latest.get(kind)?.text ?? "";
    this.#tellDate(row, heldDate(textOf("birth date")));
    this.#tellCode(row, postcode(textOf("postcode")));
    this.places.tell(row, textOf("town"), textOf("street"));
  }

  dateOf(row: number): number {
    return this.#dateOf[row] ?? 0;
  }

  /** The number of somebody's postcode among `codes`; 0: none. */
  codeOf(row: number): number {
    return this.#codeOf[row] ?? 0;
  }

  knowsCode(code: string): boolean {
    return (this.#codeFrequency[this.#codeIds.get(code) ?? 0] ?? 0) > 0;
  }

  /** Only digits, and as many as some postcode has. */
  isCodeLike(text: string): boolean {
    return /^\d+$/.test(text) && this.#lengths.has(text.length);
  }

  /** The share of those with a postcode who have this one. */
  shareOfCode(code: string): number {
    return (this.#codeFrequency[this.#codeIds.get(code) ?? 0] ?? 0) / Math.max(1, this.codesHeld);
  }

  shareOfDate(date: string): number {
    found.clear();
    this.readBornOn(date, found);
    return found.length / Math.max(1, this.datesHeld);
  }

  readBornOn(date: string, into: IntBuffer): void {
    const number = Number(date);
    const from = into.length;
    this.#byDate.read(bucketOf(number), into);
    keep(into, from, (row) => this.#dateOf[row] === number);
  }

  /** Born on a day that is one slip from this, or has day and month exchanged. */
  readBornNear(date: string, into: IntBuffer): void {
    this.readBornOn(swapped(date), into);
    for (const other of slipsFrom(date)) this.readBornOn(other, into);
  }

  readWithCode(code: string, into: IntBuffer): void {
    const id = this.#codeIds.get(code);
    if (id === undefined) return;
    const from = into.length;
    this.#byCode.read(id, into);
    keep(into, from, (row) => this.#codeOf[row] === id);
  }

  #tellDate(row: number, date: number): void {
    const before = this.dateOf(row);
    if (before === date) return;
    this.#dateOf = withRoom(this.#dateOf, row + 1);
    this.#dateOf[row] = date;
    this.datesHeld += Number(date !== 0) - Number(before !== 0);
    if (date !== 0) this.#byDate.add(bucketOf(date), row);
  }

  #tellCode(row: number, code: string): void {
    const [id, before] = [code === "" ? 0 : this.#codeId(code), this.codeOf(row)];
    if (before === id) return;
    this.#codeOf = withRoom(this.#codeOf, row + 1);
    this.#codeOf[row] = id;
    this.codesHeld += Number(id !== 0) - Number(before !== 0);
    if (before !== 0) this.#codeFrequency[before]!--;
    if (id === 0) return;
    this.#codeFrequency[id]!++;
    this.#byCode.add(id, row);
  }

  #codeId(code: string): number {
    const known = this.#codeIds.get(code);
    if (known !== undefined) return known;
    const id = this.codes.push(code) - 1;
    this.#codeIds.set(code, id);
    this.#lengths.add(code.length);
    this.#codeFrequency = withRoom(this.#codeFrequency, id + 1);
    return id;
  }

  settle(): void {
    if (this.isEmpty) return;
    this.#byDate.settle();
    this.#byCode.settle();
    this.places.settle();
  }

  get bytes(): number {
    if (this.isEmpty) return 0;
    const columns = 4 * (this.#dateOf.length + this.#codeOf.length);
    return columns + this.#byDate.bytes + this.#byCode.bytes + this.places.bytes;
  }
}

/** In one spelling: "sw1a 1aa" is SW1A1AA. */
export function postcode(text: string): string {
  return text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, "")
    .slice(0, 12);
}

function keepLatest(latest: Map<DetailKind, ToldDetail>, detail: ToldDetail): void {
  const known = latest.get(detail.kind);
  const isLater = !known || detail.seen > known.seen || (detail.seen === known.seen && detail.text > known.text);
  if (isLater) latest.set(detail.kind, detail);
}

function keep(rows: IntBuffer, from: number, isMeant: (row: number) => boolean): void {
  let to = from;
  for (let i = from; i < rows.length; i++) {
    const row = rows.values[i]!;
    if (isMeant(row)) rows.values[to++] = row;
  }
  rows.length = to;
}

function bucketOf(date: number): number {
  return (Math.imul(date, 0x9e3779b1) >>> 16) & dateBuckets;
}
