import { withRoom } from "./growing.ts";
import { writeUuid } from "./uuid.ts";

const nobody = -1;

/**
 * Every identity by number, and which customer it belongs to. A customer is the number of its canonical identity; the
 * identities of one customer hang together in a chain. 28 bytes an identity, and about 8 to find it by its id.
 */
export class People {
  count = 0;
  /** Customers with at least one identity. */
  customers = 0;
  customerOf = new Int32Array(0);
  #ids = new Uint32Array(0);
  #slots = new Int32Array(1024).fill(nobody);
  #firstMember = new Int32Array(0);
  #nextMember = new Int32Array(0);

  /** The identity's number; ids are hashes, so a part of one tells where to look. */
  add(id: Uint32Array): number {
    const slot = this.#slotOf(id);
    const known = this.#slots[slot]!;
    if (known !== nobody) return known;
    const row = this.count++;
    this.#makeRoom(row);
    this.#ids.set(id, 4 * row);
    this.#slots[slot] = row;
    if (this.count > this.#slots.length * 0.7) this.#spread();
    return row;
  }

  find(id: Uint32Array): number | undefined {
    const row = this.#slots[this.#slotOf(id)]!;
    return row === nobody ? undefined : row;
  }

  idOf(row: number): string {
    return writeUuid(this.#ids.subarray(4 * row, 4 * row + 4));
  }

  /** Whether the one's id stands before the other's: an order that is the same in every server. */
  isBefore(one: number, other: number): boolean {
    for (let part = 0; part < 4; part++) {
      const [a, b] = [this.#ids[4 * one + part]!, this.#ids[4 * other + part]!];
      if (a !== b) return a < b;
    }
    return false;
  }

  /** Files an identity under its customer, away from any other. */
  join(row: number, customer: number): void {
    if (this.customerOf[row] === customer) return;
    this.leave(row);
    if (this.#firstMember[customer] === nobody) this.customers++;
    this.customerOf[row] = customer;
    this.#nextMember[row] = this.#firstMember[customer]!;
    this.#firstMember[customer] = row;
  }

  /** Takes an identity out of its customer: it was erased, or goes to another. */
  leave(row: number): void {
    const customer = this.customerOf[row]!;
    if (customer === nobody) return;
    const next = this.#nextMember[row]!;
    if (this.#firstMember[customer] === row) this.#firstMember[customer] = next;
    else this.#nextMember[this.#memberBefore(customer, row)] = next;
    if (this.#firstMember[customer] === nobody) this.customers--;
    this.customerOf[row] = nobody;
  }

  membersOf(customer: number): number[] {
    const members: number[] = [];
    for (let row = this.#firstMember[customer]!; row !== nobody; row = this.#nextMember[row]!) members.push(row);
    return members;
  }

  #memberBefore(customer: number, row: number): number {
    let before = this.#firstMember[customer]!;
    while (this.#nextMember[before] !== row) before = this.#nextMember[before]!;
    return before;
  }

  #makeRoom(row: number): void {
    this.#ids = withRoom(this.#ids, 4 * (row + 1));
    this.customerOf = withRoom(this.customerOf, row + 1);
    this.#firstMember = withRoom(this.#firstMember, row + 1);
    this.#nextMember = withRoom(this.#nextMember, row + 1);
    this.customerOf[row] = this.#firstMember[row] = this.#nextMember[row] = nobody;
  }

  #slotOf(id: Uint32Array): number {
    const mask = this.#slots.length - 1;
    for (let slot = (id[0]! ^ id[3]!) & mask; ; slot = (slot + 1) & mask) {
      const row = this.#slots[slot]!;
      if (row === nobody || this.#isAt(row, id)) return slot;
    }
  }

  #isAt(row: number, id: Uint32Array): boolean {
    const ids = this.#ids;
    const at = 4 * row;
    return ids[at] === id[0] && ids[at + 1] === id[1] && ids[at + 2] === id[2] && ids[at + 3] === id[3];
  }

  #spread(): void {
    this.#slots = new Int32Array(this.#slots.length * 2).fill(nobody);
    for (let row = 0; row < this.count; row++) {
      this.#slots[this.#slotOf(this.#ids.subarray(4 * row, 4 * row + 4))] = row;
    }
  }

  get bytes(): number {
    return 4 * (this.#ids.length + this.#slots.length + 3 * this.customerOf.length);
  }
}
