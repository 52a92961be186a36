import { osaDistance } from "../../statistics/text/index.ts";
import { likenessOfDates } from "./birth-date.ts";
import { bitsOfCode, bitsOfDate } from "./detail-likeness.ts";
import { reasonForCode, reasonForDate } from "./detail-reasons.ts";
import type { HeldDetails } from "./held-details.ts";
import type { Hit } from "./hits.ts";
import type { Said } from "./said.ts";

/** What the numbers that were said speak for somebody. The postcode's bits stand apart: the town says nearly the same. */
export type BitsOfNumbers = { readonly numbers: number; readonly code: number };

/** Said birth dates, postcodes and telephone numbers weighed against those that are held. What is not held counts nothing. */
export class SaidNumbers {
  readonly #said: Said;
  readonly #held: HeldDetails;
  readonly #shares: readonly number[];
  readonly #hits = new Map<number, Hit>();
  // Many share a postcode or a day.
  readonly #codes = new Map<number, number>();
  readonly #dates = new Map<number, number>();

  constructor(said: Said, held: HeldDetails, hits: readonly Hit[]) {
    this.#said = said;
    this.#held = held;
    this.#shares = said.dates.map((date) => held.shareOfDate(date));
    for (const hit of hits) if ((this.#hits.get(hit.customer)?.bits ?? 0) < hit.bits) this.#hits.set(hit.customer, hit);
  }

  /** Customers who have the digits in a telephone number. */
  get reached(): Iterable<number> {
    return this.#hits.keys();
  }

  // The same digits may be a date, a postcode or a telephone number: whatever fits best counts, and nothing twice.
  weigh(customer: number, members: readonly number[]): BitsOfNumbers {
    const { code: said, digits, isDigitsDate } = this.#said;
    const [day, postcode] = [this.#dateAmong(members), this.#codeAmong(members)];
    const [born, code] = [day === 0 ? 0 : this.#bitsOfDate(day), postcode === 0 ? 0 : this.#bitsOfCode(postcode)];
    const phone = this.#hits.get(customer)?.bits;
    if (phone === undefined) return { numbers: born, code };
    if (isDigitsDate) return { numbers: Math.max(born, phone), code };
    return said === digits ? { numbers: born, code: Math.max(code, phone) } : { numbers: born + phone, code };
  }

  reasons(customer: number, members: readonly number[]): string[] {
    const [day, code] = [this.#dateAmong(members), this.#codeAmong(members)];
    const hit = this.#hits.get(customer);
    return [
      ...(hit ? [hit.reason] : []),
      ...(day === 0 ? [] : [reasonForDate(this.#said.dates, day)]),
      ...(code === 0 ? [] : [reasonForCode(osaDistance(this.#said.code!, this.#held.codes[code]!))]),
    ];
  }

  #dateAmong(members: readonly number[]): number {
    if (this.#said.dates.length === 0) return 0;
    return closest(
      members,
      (row) => this.#held.dateOf(row),
      (held) => this.#bitsOfDate(held),
    );
  }

  #codeAmong(members: readonly number[]): number {
    if (this.#said.code === null) return 0;
    return closest(
      members,
      (row) => this.#held.codeOf(row),
      (held) => this.#bitsOfCode(held),
    );
  }

  #bitsOfDate(held: number): number {
    return remembered(this.#dates, held, () => {
      const each = this.#said.dates.map((date, i) => bitsOfDate(likenessOfDates(date, String(held)), this.#shares[i]!));
      return Math.max(...each);
    });
  }

  #bitsOfCode(held: number): number {
    return remembered(this.#codes, held, () => {
      const code = this.#said.code!;
      return bitsOfCode(osaDistance(code, this.#held.codes[held]!), code.length, this.#held.shareOfCode(code));
    });
  }
}

/** Of what is known of somebody, that for which most speaks; 0 where nothing is known. */
function closest(members: readonly number[], of: (row: number) => number, weigh: (held: number) => number): number {
  let [best, most] = [0, -Infinity];
  for (const row of members) {
    const held = of(row);
    if (held === 0 || weigh(held) <= most) continue;
    [best, most] = [held, weigh(held)];
  }
  return best;
}

function remembered(known: Map<number, number>, held: number, weigh: () => number): number {
  const bits = known.get(held) ?? weigh();
  known.set(held, bits);
  return bits;
}
