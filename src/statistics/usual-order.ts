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
 * Assumes that the person goes on as before: somebody who just gave up coffee is not believed for a few visits. The
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
  | { readonly abstains: "no orders yet" | "too few visits" | "nothing likely"; readonly visits: number };

const halfLifeDays = 90;
const priorVisits = 2.6;
/** How many visits like this one weigh as much as all of them. */
const narrowing = 1.5;
const otherPlace = 0.25;
const otherWeekday = 0.4;
const fewestVisits = 3;
const least = 0.35;
const most = 3;
const visitsChecked = 12;
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
  if (history.length === 0) return { abstains: "no orders yet", visits: 0 };
  if (history.length < fewestVisits) return { abstains: "too few visits", visits: history.length };
  const lessons = lookBack(history);
  const items = mixed(guesses(history, moment), lessons.trust)
    .map(({ item, probability }) => ({ item, probability: tempered(probability, lessons) }))
    .filter(({ probability }) => probability >= least)
    .slice(0, most);
  if (items.length === 0) return { abstains: "nothing likely", visits: history.length };
  return { items, visits: history.length };
}

/** Every item the person ever ordered, the likeliest first: for lists of k, without abstaining. */
export function rankItems(visits: readonly Visit[], moment: Moment): readonly GuessedItem[] {
  const history = historyOf(visits);
  return mixed(guesses(history, moment), lookBack(history).trust);
}

/** Visits with a basket, latest first. */
function historyOf(visits: readonly Visit[]): readonly Visit[] {
  return visits.filter((visit) => visit.items.length > 0).sort((a, b) => b.at - a.at);
}

type Tally = { base: number; place: number; hour: number; weekday: number };

/** An item's share among all visits, and among visits like this one. */
type TwoGuesses = { readonly item: string; readonly anyTime: number; readonly now: number };

/** From the visits from `from` on, which are the earlier ones. */
function guesses(history: readonly Visit[], moment: Moment, from = 0): TwoGuesses[] {
  const whole = { base: 0, place: 0, hour: 0, weekday: 0 };
  const tallies = new Map<string, Tally>();
  let squares = 0;
  for (let index = from; index < history.length; index++) {
    const visit = history[index]!;
    const weights = weigh(visit, moment, history[from]!.at);
    squares += weights.base ** 2;
    add(whole, weights);
    for (const item of visit.items) add(tallyOf(tallies, item), weights);
  }
  const effective = whole.base ** 2 / squares;
  const typical = typicalShare(tallies, whole.base);
  const drawn = (share: number): number => (share * effective + priorVisits * typical) / (effective + priorVisits);
  return Array.from(tallies, ([item, tally]) => {
    return { item, anyTime: drawn(tally.base / whole.base), now: drawn(narrowed(tally, whole)) };
  });
}

function weigh(visit: Visit, moment: Moment, latest: number): Tally {
  const base = 2 ** ((visit.at - latest) / (halfLifeDays * 86_400_000));
  const place = visit.place === moment.place ? base : base * otherPlace;
  const apart = Math.abs(visit.hour - moment.hour);
  const hour = place * Math.exp(-(Math.min(apart, 24 - apart) ** 2) / 8);
  return { base, place, hour, weekday: visit.weekday === moment.weekday ? hour : hour * otherWeekday };
}

function add(tally: Tally, weights: Tally): void {
  tally.base += weights.base;
  tally.place += weights.place;
  tally.hour += weights.hour;
  tally.weekday += weights.weekday;
}

function tallyOf(tallies: Map<string, Tally>, item: string): Tally {
  let tally = tallies.get(item);
  if (!tally) tallies.set(item, (tally = { base: 0, place: 0, hour: 0, weekday: 0 }));
  return tally;
}

/** The mean share of the person's items: low for someone who always tries something else, high for a creature of habit. */
function typicalShare(tallies: ReadonlyMap<string, Tally>, whole: number): number {
  let sum = 0;
  for (const tally of tallies.values()) sum += tally.base;
  return (sum / whole + strangers.items * strangers.share) / (tallies.size + strangers.items);
}

function narrowed(tally: Tally, whole: Tally): number {
  let share = tally.base / whole.base;
  for (const step of ["place", "hour", "weekday"] as const) {
    const here = (tally[step] + narrowing * share) / (whole[step] + narrowing);
    share = Math.min(share * 3, Math.max(share / 3, here));
  }
  return share;
}

function mixed(guesses: readonly TwoGuesses[], trust: number): GuessedItem[] {
  return guesses
    .map(({ item, anyTime, now }) => ({ item, probability: trust * now + (1 - trust) * anyTime }))
    .sort((a, b) => b.probability - a.probability || (a.item < b.item ? -1 : 1));
}

/** What the latest visits teach: how far to trust visits like this one, and how much of what is said comes true. */
type Lessons = { readonly trust: number; readonly said: number; readonly cameTrue: number };

function lookBack(history: readonly Visit[]): Lessons {
  const tries: { readonly guess: TwoGuesses; readonly came: boolean }[] = [];
  for (let index = 0; index < Math.min(visitsChecked, history.length - 1); index++) {
    const visit = history[index]!;
    for (const guess of guesses(history, visit, index + 1)) {
      if (Math.max(guess.anyTime, guess.now) >= worthChecking)
        tries.push({ guess, came: visit.items.includes(guess.item) });
    }
  }
  const trust = trustIn(tries);
  const likely = tries
    .map(({ guess, came }) => ({ probability: trust * guess.now + (1 - trust) * guess.anyTime, came }))
    .filter(({ probability }) => probability >= least);
  return {
    trust,
    said: likely.reduce((sum, { probability }) => sum + probability, 0),
    cameTrue: likely.filter(({ came }) => came).length,
  };
}

/** The chance that hour, weekday and place matter to this person: by the likelihood of what they did under either. */
function trustIn(tries: readonly { readonly guess: TwoGuesses; readonly came: boolean }[]): number {
  let gain = 0;
  for (const { guess, came } of tries) {
    gain += came ? Math.log(guess.now / guess.anyTime) : Math.log((1 - guess.now) / (1 - guess.anyTime));
  }
  return 1 / (1 + Math.exp(-gain - habit));
}

/** Speaks more carefully as far as it promised too much, and never more boldly than its own count. */
function tempered(probability: number, { said, cameTrue }: Lessons): number {
  return probability * Math.min(1, (cameTrue + doubt) / (said + doubt));
}
