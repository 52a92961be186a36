/** Whom a fact is true of: the person for as long as it is fresh, or one visit of theirs and no other. */
export type FactScope = "person" | "visit";

/** How long a fact need not be asked again once it was told; null: for good. */
export type Freshness = { readonly scope: FactScope; readonly lastsMs: number | null };

const hour = 3_600_000;
const day = 24 * hour;
/** What is told of a visit holds this long from its telling, or from shortly before the time that was booked. */
const visit = 6 * hour;
const beforeBooked = 2 * hour;

const forGood: Freshness = { scope: "person", lastsMs: null };
const aYear: Freshness = { scope: "person", lastsMs: 365 * day };
const oneVisit: Freshness = { scope: "visit", lastsMs: visit };
/** Of whatever a business calls its own facts nobody has said how soon they change. */
const usually: Freshness = { scope: "person", lastsMs: 2 * 365 * day };

/** The one place where it is said how long facts last. A changed line counts for what is told from then on. */
const lasting: ReadonlyMap<string, Freshness> = new Map([
  ...each(forGood, "name forename surname middleName nickname sayIt pronunciation title gender language"),
  ...each(forGood, "birthDate birthYear birthPlace nationalId allergies allergy email phone loyalty card"),
  ...each(aYear, "address street street2 streetNumber city region postcode country"),
  ...each(aYear, "company employer jobTitle occupation diet dietaryNeeds"),
  ...each(oneVisit, "partySize numberOfGuests guests covers children table tableNumber seatNumber room roomNumber"),
  ...each(oneVisit, "arrivalTime departureTime booking bookingCode orderNumber occasion luggage topic reason"),
]);

function each(freshness: Freshness, names: string): [string, Freshness][] {
  return names.split(" ").map((name) => [name, freshness]);
}

/** By the fact's one spelling. */
export function freshnessOf(fact: string): Freshness {
  return lasting.get(fact) ?? usually;
}

/** From when on a fact holds that was stated at a moment: what a booking says of its visit is no answer about another. */
export function holdsFrom(fact: string, at: number, expectedAt: number | null | undefined): number {
  if (expectedAt === null || expectedAt === undefined || freshnessOf(fact).scope === "person") return at;
  return Math.max(at, expectedAt - beforeBooked);
}

export function freshUntil(fact: string, from: number): number | null {
  const { lastsMs } = freshnessOf(fact);
  return lastsMs === null ? null : from + lastsMs;
}

/**
 * The same statement is one row, from when it was first made to when it was last. Of what goes stale each period gets a
 * row of its own, as long as the fact lasts: so no gap in which it had gone stale can hide between first and last, and
 * two numbers still say exactly when it was known.
 */
export function periodOf(fact: string, from: number): string {
  const { lastsMs } = freshnessOf(fact);
  return lastsMs === null ? "" : String(Math.floor(from / lastsMs));
}
