import { isSilentTooLong } from "./silence.ts";

/**
 * What will this person order, now and here? A guess from their own visits only.
 *
 * Every visit weighs half as much per 90 days, counted back from the latest. The share of visits with an item is
 * narrowed to visits like this one: at the same place, then about the same hour, then on the same weekday. Each step
 * trusts the narrower visits as far as there are any, and moves the share by a factor within [1/3, 3] at most:
 *
 *   share ← (Σ w·x + k·share) / (Σ w + k)      w = decay · K_place · K_hour · K_weekday      K_hour = exp(−Δh²/8)
 *
 * with Δh on the circle of the day. (A product of ratios for place, hour and weekday could leave 0..1.) Then the share
 * is drawn towards the person's typical share, as if `priorVisits` more had been counted beside the effective number of
 * visits, (Σ decay)² / Σ decay².
 *
 * The guess looks at itself: it asks what it would have said before each of the latest visits. That gives the chance
 * that hour, weekday and place matter to this person at all (by likelihood, against the share at any time), which mixes
 * the two; and it speaks as much more carefully as it promised too much.
 *
 * Assumes that the person goes on as before: somebody who just gave up coffee is not believed for a few visits. Of
 * somebody who was away far beyond their own rhythm nobody can assume it, and nothing is said. The
 * constants were set on simulated people of six sorts, half of them chosen to mislead (see the test).
 */
export type Visit = {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** As the clocks show it there: 0 up to 24, with its fraction. */
  readonly hour: number;
  /** 0 to 6. */
  readonly weekday: number;
  readonly place: string | null;
  readonly items: readonly string[];
};

/** The visit to guess for: a visit of which the basket is not known yet. */
export type Moment = Omit<Visit, "items">;

export type GuessedItem = { readonly item: string; readonly probability: number };

export type Guess =
  | { readonly items: readonly GuessedItem[]; readonly visits: number }
  | {
      readonly abstains: "no orders yet" | "too few visits" | "silent too long" | "nothing likely";
      readonly visits: number;
    };

const halfLifeDays = 90;
const priorVisits = 2.6;
/** How many visits like this one weigh as much as all of them. */
const narrowing = 1.5;
const otherPlace = 0.25;
const otherWeekday = 0.4;
const fewestVisits = 3;
const least = 0.35;
const most = 3;
const visitsChecked = 10;
/** Of one guess: half of these weigh next to nothing for somebody who comes daily. */
const visitsHeeded = 120;
/** So many things are thought to have been said and come true before the first check. */
const doubt = 6;
// Items that everybody has and nobody orders again: without them one item of three visits would vouch for itself.
const strangers = { items: 2, share: 0.2 };
/** A head start for visits like this one: most people are creatures of habit. */
const habit = 0.5;
/** Items less likely than this teach nothing about what is worth saying. */
const worthChecking = 0.25;

/** At most three items, each at least 35 % likely; or why it says nothing. */
export function usualOrder(visits: readonly Visit[], moment: Moment): Guess {
  const history = historyOf(visits);
  const count = history.visits.length;
  if (count === 0) return { abstains: "no orders yet", visits: 0 };
  if (count < fewestVisits) return { abstains: "too few visits", visits: count };
  if (isSilentTooLong(timesOf(history), moment.at)) return { abstains: "silent too long", visits: count };
  const lessons = lookBack(history);
  const items = mixed(history, guess(history, moment, 0), lessons.trust)
    .map(({ item, probability }) => ({ item, probability: tempered(probability, lessons) }))
    .filter(({ probability }) => probability >= least)
    .slice(0, most);
  return items.length === 0 ? { abstains: "nothing likely", visits: count } : { items, visits: count };
}

/** Every item the person ever ordered, the likeliest first: for lists of k, without abstaining. */
export function rankItems(visits: readonly Visit[], moment: Moment): readonly GuessedItem[] {
  const history = historyOf(visits);
  return mixed(history, guess(history, moment, 0), lookBack(history).trust);
}

type NumberedVisit = Moment & { readonly items: readonly number[]; readonly decay: number };

/** Visits with a basket, latest first, and their items by number: a card has microseconds for this. */
type History = { readonly visits: readonly NumberedVisit[]; readonly items: readonly string[] };

function historyOf(visits: readonly Visit[]): History {
  const numbers = new Map<string, number>();
  const numberOf = (item: string): number => {
    const known = numbers.get(item);
    if (known === undefined) numbers.set(item, numbers.size);
    return known ?? numbers.size - 1;
  };
  const ordered = visits
    .filter(({ items }) => items.length > 0)
    .sort((a, b) => b.at - a.at)
    .map((visit, _, [latest]) => ({
      ...visit,
      items: visit.items.map(numberOf),
      decay: decayed(visit.at, latest!.at),
    }));
  return { visits: ordered, items: [...numbers.keys()] };
}

function timesOf({ visits }: History): number[] {
  return visits.map(({ at }) => at);
}

/** By the item's number: its share among all visits, and among visits like this one. 0 for what was not ordered so far. */
type TwoGuesses = { readonly anyTime: Float64Array; readonly now: Float64Array };

/** Sums of weights, of all visits or of those with an item: at any time; at this place; also about this hour; also on this weekday. */
const steps = 4;

/** exp(−Δh²/8) on the circle of the day, by the minutes between two times of day. */
const hourKernel = Float64Array.from({ length: 1441 }, (_, minutes) =>
  Math.exp(-((Math.min(minutes, 1440 - minutes) / 60) ** 2) / 8),
);

/** From the visits from `from` on, which are the earlier ones. */
function guess({ visits, items }: History, moment: Moment, from: number): TwoGuesses {
  const tallies = new Float64Array(steps * items.length);
  const whole = new Float64Array(steps);
  let squares = 0;
  const last = Math.min(visits.length, from + visitsHeeded);
  for (let index = from; index < last; index++) {
    const visit = visits[index]!;
    const any = visit.decay;
    const here = visit.place === moment.place ? any : any * otherPlace;
    const now = here * hourKernel[Math.round(Math.abs(visit.hour - moment.hour) * 60)]!;
    const today = visit.weekday === moment.weekday ? now : now * otherWeekday;
    squares += any * any;
    add(whole, 0, any, here, now, today);
    for (const item of visit.items) add(tallies, item * steps, any, here, now, today);
  }
  return shares(tallies, whole, squares);
}

function add(to: Float64Array, start: number, any: number, here: number, now: number, today: number): void {
  to[start]! += any;
  to[start + 1]! += here;
  to[start + 2]! += now;
  to[start + 3]! += today;
}

function shares(tallies: Float64Array, whole: Float64Array, squares: number): TwoGuesses {
  const effective = whole[0]! ** 2 / squares;
  const pull = priorVisits * typicalShare(tallies, whole[0]!);
  const anyTime = new Float64Array(tallies.length / steps);
  const now = new Float64Array(tallies.length / steps);
  for (let item = 0, tally = 0; tally < tallies.length; item++, tally += steps) {
    if (tallies[tally] === 0) continue;
    anyTime[item] = ((tallies[tally]! / whole[0]!) * effective + pull) / (effective + priorVisits);
    now[item] = (narrowed(tallies, tally, whole) * effective + pull) / (effective + priorVisits);
  }
  return { anyTime, now };
}

function decayed(at: number, latest: number): number {
  return 2 ** ((at - latest) / (halfLifeDays * 86_400_000));
}

/** The mean share of the person's items: low for someone who always tries something else, high for a creature of habit. */
function typicalShare(tallies: Float64Array, whole: number): number {
  let sum = 0;
  let count = 0;
  for (let tally = 0; tally < tallies.length; tally += steps) {
    sum += tallies[tally]!;
    if (tallies[tally]! > 0) count += 1;
  }
  return (sum / whole + strangers.items * strangers.share) / (count + strangers.items);
}

function narrowed(tallies: Float64Array, tally: number, whole: Float64Array): number {
  let share = tallies[tally]! / whole[0]!;
  for (let step = 1; step < steps; step++) {
    const here = (tallies[tally + step]! + narrowing * share) / (whole[step]! + narrowing);
    share = Math.min(share * 3, Math.max(share / 3, here));
  }
  return share;
}

function mixed({ items }: History, { anyTime, now }: TwoGuesses, trust: number): GuessedItem[] {
  return items
    .map((item, number) => ({ item, probability: trust * now[number]! + (1 - trust) * anyTime[number]! }))
    .sort((a, b) => b.probability - a.probability || (a.item < b.item ? -1 : 1));
}

/** What the latest visits teach: how far to trust visits like this one, and how much of what is said comes true. */
type Lessons = { readonly trust: number; readonly said: number; readonly cameTrue: number };
type Try = { readonly anyTime: number; readonly now: number; readonly came: boolean };

function lookBack(history: History): Lessons {
  const tries = whatWasLikely(history);
  const trust = trustIn(tries);
  let [said, cameTrue] = [0, 0];
  for (const { anyTime, now, came } of tries) {
    const probability = trust * now + (1 - trust) * anyTime;
    if (probability < least) continue;
    said += probability;
    if (came) cameTrue += 1;
  }
  return { trust, said, cameTrue };
}

/** What would have been likely before each of the latest visits, and whether it came. */
function whatWasLikely(history: History): Try[] {
  const tries: Try[] = [];
  for (let index = 0; index < Math.min(visitsChecked, history.visits.length - 1); index++) {
    const visit = history.visits[index]!;
    const { anyTime, now } = guess(history, visit, index + 1);
    for (let item = 0; item < anyTime.length; item++) {
      if (Math.max(anyTime[item]!, now[item]!) < worthChecking) continue;
      tries.push({ anyTime: anyTime[item]!, now: now[item]!, came: visit.items.includes(item) });
    }
  }
  return tries;
}

/** The chance that hour, weekday and place matter to this person: by the likelihood of what they did under either. */
function trustIn(tries: readonly Try[]): number {
  let gain = 0;
  for (const { anyTime, now, came } of tries) gain += Math.log(came ? now / anyTime : (1 - now) / (1 - anyTime));
  return 1 / (1 + Math.exp(-gain - habit));
}

/** Speaks more carefully as far as it promised too much, and never more boldly than its own count. */
function tempered(probability: number, { said, cameTrue }: Lessons): number {
  return probability * Math.min(1, (cameTrue + doubt) / (said + doubt));
}
