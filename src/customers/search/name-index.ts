import type { Kind } from "../kind.ts";
import { withRoom } from "./growing.ts";
import { HeldDetails, type ToldDetail } from "./held-details.ts";
import { HeldNames, type ToldName } from "./held-names.ts";
import { People } from "./people.ts";
import { Phones } from "./phones.ts";
import { readUuid } from "./uuid.ts";
import { Values } from "./values.ts";
import { Words } from "./words.ts";

/** An identity with all that somebody may look for it by. */
export type Known = {
  readonly id: string;
  readonly customer: string;
  readonly kind: Kind;
  readonly value: string;
  readonly names: readonly ToldName[];
  readonly details?: readonly ToldDetail[];
};

// What people type the beginning of. Card tokens, devices and one-time codes are found whole, by their hash.
export const typedKinds: readonly Kind[] = ["user id", "loyalty", "email", "phone"];

/**
 * Everybody who can be looked for by a part of a name, a number or an address, in memory. Telling it again what it
 * knows changes nothing; it is no record, only a way to find one.
 */
export class NameIndex {
  readonly people = new People();
  readonly vocabulary = new Words();
  readonly names = new HeldNames(this.vocabulary);
  readonly details = new HeldDetails();
  readonly values = new Values();
  readonly phones = new Phones((row) => this.phoneOf(row));
  // The number of a row's value plus one, negative for a phone; 0 where there is none.
  #valueOf = new Int32Array(0);
  #id = new Uint32Array(4);

  row(id: string): number {
    return this.people.add(readUuid(id, this.#id));
  }

  /** Learns all about an identity, and forgets what of it is told no longer. */
  know(one: Known): void {
    const known = this.people.find(readUuid(one.id, this.#id));
    // A booking without a name is found by its hash alone; there may be twenty of them to a customer.
    const saysNothing = one.names.length === 0 && (one.details?.length ?? 0) === 0;
    if (known === undefined && saysNothing && !typedKinds.includes(one.kind)) return;
    const row = known ?? this.row(one.id);
    this.people.join(row, one.customer === one.id ? row : this.row(one.customer));
    this.tellValue(row, one.kind, one.value);
    this.names.tell(row, one.names);
    this.details.tell(row, one.details ?? []);
  }

  /** A value never changes, because the identity's id is made of it. */
  tellValue(row: number, kind: Kind, value: string): void {
    this.#valueOf = withRoom(this.#valueOf, row + 1);
    if (this.#valueOf[row] !== 0) return;
    if (kind === "phone") this.#valueOf[row] = -this.phones.add(row, value) - 1;
    else if (typedKinds.includes(kind)) this.#valueOf[row] = this.values.add(row, value) + 1;
  }

  /** An identity is gone: it was erased, or nothing shows it any more. */
  forget(id: string): void {
    const row = this.people.find(readUuid(id, this.#id));
    if (row === undefined) return;
    const value = this.#valueOf[row] ?? 0;
    if (value > 0) this.values.remove(value - 1);
    if (value < 0) this.phones.remove(-value - 1);
    if (value !== 0) this.#valueOf[row] = 0;
    this.names.tell(row, []);
    this.details.tell(row, []);
    this.people.leave(row);
  }

  /** The customer that an identity belongs to, or -1. */
  customerOf(identity: string): number {
    const row = this.people.find(readUuid(identity, this.#id));
    return row === undefined ? -1 : this.people.customerOf[row]!;
  }

  phoneOf(row: number): string | undefined {
    const value = this.#valueOf[row] ?? 0;
    return value < 0 ? this.phones.textOf(-value - 1) : undefined;
  }

  /** What a customer is called: the name that was told last. */
  nameOf(customer: number): string | null {
    const latest = this.entriesOf(customer).reduce<number | null>(
      (best, entry) => (best === null || this.names.seenAt(entry) > this.names.seenAt(best) ? entry : best),
      null,
    );
    return latest === null ? null : this.names.textOf(latest);
  }

  entriesOf(customer: number): number[] {
    const entries: number[] = [];
    for (const row of this.people.membersOf(customer)) entries.push(...this.names.entriesOf(row));
    return entries;
  }

  /** Sorts everything into place after much was told. */
  settle(): void {
    this.names.settle();
    this.details.settle();
    this.values.settle();
    this.phones.settle();
    this.vocabulary.settle();
  }

  /** In bytes: what finding by name needs, and what is kept of everyone besides. */
  get bytes(): {
    readonly names: number;
    readonly vocabulary: number;
    readonly records: number;
    readonly details: number;
  } {
    const { index, records } = this.names.bytes;
    const others = this.people.bytes + this.values.bytes + this.phones.bytes + 4 * this.#valueOf.length;
    return { names: index, vocabulary: this.vocabulary.bytes, records: records + others, details: this.details.bytes };
  }
}
