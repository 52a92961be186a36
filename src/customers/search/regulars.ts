import type { Db } from "../../foundation/database/database.ts";
import { sql } from "../../foundation/database/sql.ts";
import { remembered } from "../../foundation/remembered.ts";

const dayMilliseconds = 86_400_000;
const quarterMilliseconds = 900_000;
const lookBackDays = 90;
const mostVisits = 20_000;
const rememberSeconds = 60;

type Visit = { readonly identity: string; readonly at: number };

/**
 * Who has the habit of coming to a place at such an hour: read once a minute for each place that is asked about, for all
 * who ask within a quarter of an hour.
 */
export function rememberedHabits(db: Db, customerOf: (identity: string) => number) {
  const habits = remembered(async (key: string) => {
    const [place, until] = key.split(" ");
    const at = new Date(Number(until));
    return habitsOf(await readVisits(db, place!, at), at, customerOf);
  }, rememberSeconds);
  return (place: string, at: Date) =>
    habits.get(`${place} ${Math.ceil(at.getTime() / quarterMilliseconds) * quarterMilliseconds}`);
}

function readVisits(db: Db, place: string, until: Date): Promise<Visit[]> {
  const from = new Date(until.getTime() - lookBackDays * dayMilliseconds);
  return db.many<Visit>(sql`
    select identity_id as identity, extract(epoch from at)::float8 * 1000 as at
    from touches
    where place_id = ${place}::uuid and visit and at > ${from}::timestamptz and at <= ${until}::timestamptz
    order by at desc, identity_id, id
    limit ${mostVisits}`);
}

/** How often somebody came, and how much that says for their coming at this hour: 1 for a visit today at any hour. */
export type Habits = ReadonlyMap<number, { readonly visits: number; readonly weight: number }>;

/**
 * What is known of who comes here at this hour:
 *
 *   v(c) = sum over visits of exp(−age / 90 days) · K(difference of the hours)      K: a bell of two hours, of mean 1
 *   prior(c) = (e + v(c)) / (2e), e so large that half of those who come were not here of late
 *
 * Hours are compared round the clock in UTC: a change of the clock moves them by one, which the bell forgives.
 */
function habitsOf(visits: readonly Visit[], at: Date, customerOf: (identity: string) => number): Habits {
  const habits = new Map<number, { visits: number; weight: number }>();
  for (const visit of visits) {
    const customer = customerOf(visit.identity);
    if (customer < 0) continue;
    const { visits, weight } = habits.get(customer) ?? { visits: 0, weight: 0 };
    habits.set(customer, { visits: visits + 1, weight: weight + weightOf(at.getTime() - visit.at) });
  }
  return habits;
}

/** The factor by which a customer is likelier here and now than the others, given how many there are. */
export function priorFrom(habits: Habits, customers: number): (customer: number) => number {
  let sum = 0;
  for (const { weight } of habits.values()) sum += weight;
  if (sum === 0) return () => 1;
  const strangers = sum / customers;
  return (customer) => (strangers + (habits.get(customer)?.weight ?? 0)) / (2 * strangers);
}

const bellHours = 2;
const height = 24 / (bellHours * Math.sqrt(2 * Math.PI));

function weightOf(ageMilliseconds: number): number {
  const days = Math.max(0, ageMilliseconds) / dayMilliseconds;
  const hours = (days % 1) * 24;
  const apart = Math.min(hours, 24 - hours);
  return Math.exp(-days / 90) * height * Math.exp(-(apart ** 2) / (2 * bellHours ** 2));
}
