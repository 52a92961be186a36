import { IntBuffer, withRoom } from "./growing.ts";

/** One in five who come in is new here. */
const newcomers = 0.2;

export type Ranked = { readonly customer: number; readonly about: number; readonly score: number };

/** How much likelier than others a customer is to come here now, as a factor; 1 for everybody when nothing is known. */
export type Prior = (customer: number) => number;

// The best bits of each customer met, and what they are about. All zero between two searches.
let bits = new Float32Array(0);
let about = new Int32Array(0);
const met = new IntBuffer();
const shift = 1000;

/**
 * Gathers what speaks for whom and ranks by how likely each is the one who is meant:
 *
 *   P(c) = prior(c) · 2^w(c) / (P(new here) + Σ prior · 2^w)
 *
 * w are the bits in favour, log2 of how much more often this is typed for c than for anybody. One ranking at a time.
 */
export class Ranking {
  /** The most that speaks for anybody met. */
  most = -Infinity;
  readonly #customers: number;
  readonly #prior: Prior;

  constructor(customers: number, highest: number, prior: Prior = () => 1) {
    this.#customers = customers;
    this.#prior = prior;
    bits = withRoom(bits, highest + 1);
    about = withRoom(about, highest + 1);
    this.#forgetMet();
  }

  /** `about`: what the reasons will be told from. */
  meet(customer: number, inFavour: number, reason: number): void {
    if (inFavour > this.most) this.most = inFavour;
    const known = bits[customer]!;
    const shifted = Math.fround(inFavour + shift);
    if (known === 0) met.push(customer);
    else if (known >= shifted) return;
    bits[customer] = shifted;
    about[customer] = reason;
  }

  get count(): number {
    return met.length;
  }

  /** The likeliest, best first; of equals whoever `isBefore` the other. */
  best(most: number, isBefore: (customer: number, other: number) => boolean): Ranked[] {
    const isWorse = (one: Odds, than: Odds): boolean =>
      one.odds < than.odds || (one.odds === than.odds && isBefore(than.customer, one.customer));
    const best: Odds[] = [];
    let sum = newcomers;
    for (let i = 0; i < met.length; i++) {
      const customer = met.values[i]!;
      const odds = ((1 - newcomers) / this.#customers) * this.#prior(customer) * 2 ** (bits[customer]! - shift);
      sum += odds;
      if (best.length === most && odds < best[most - 1]!.odds) continue;
      insert(best, { customer, about: about[customer]!, odds }, most, isWorse);
    }
    this.#forgetMet();
    return best.map(({ customer, about, odds }) => ({ customer, about, score: odds / sum }));
  }

  #forgetMet(): void {
    for (let i = 0; i < met.length; i++) bits[met.values[i]!] = 0;
    met.clear();
  }
}

type Odds = { readonly customer: number; readonly about: number; readonly odds: number };

function insert(best: Odds[], one: Odds, most: number, isWorse: (one: Odds, than: Odds) => boolean): void {
  let at = best.length;
  while (at > 0 && isWorse(best[at - 1]!, one)) at--;
  if (at === most) return;
  best.splice(at, 0, one);
  if (best.length > most) best.pop();
}
