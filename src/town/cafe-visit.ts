import type { Random } from "../statistics/random.ts";
import type { ArrivingRecord } from "../touchpoints/index.ts";
import { cafes, source, staff, type TownPlace } from "./businesses.ts";
import { mistype } from "./mistype.ts";
import type { Person } from "./person.ts";
import type { Resident } from "./town.ts";

/** What the till writes down of one visit. How somebody is known differs from day to day; sometimes nobody asks. */
export function cafeVisit(resident: Resident, at: number, messageId: string, draw: Random): ArrivingRecord {
  const { person, habit } = resident;
  const place = draw.chance(habit.elsewhere) ? draw.pick(cafes) : habit.place;
  const wait = Math.round(60 + 90 * draw.exponential());
  return {
    source: source.cafe,
    messageId,
    at,
    touchpoint: "counter",
    channel: "in person",
    place: place.code,
    staff: servedBy(habit.place === place ? habit.favourite?.code : undefined, place, draw),
    ids: shown(person, draw),
    lines: order(resident, draw),
    currency: place.currency,
    waitSeconds: draw.chance(0.8) ? { promised: 300, actual: wait } : undefined,
  };
}

function servedBy(favourite: string | undefined, place: TownPlace, draw: Random): string {
  const here = staff.filter((one) => one.place === place.code && one.role === "front line");
  return favourite !== undefined && draw.chance(0.65) ? favourite : draw.pick(here).code;
}

/** The loyalty number mostly, else the card they pay with, now and then a telephone number; cash tells nothing. */
function shown(person: Person, draw: Random): ArrivingRecord["ids"] {
  if (person.loyalty && draw.chance(0.75))
    return { loyalty: person.loyalty, ...(person.card && draw.chance(0.5) && { card: person.card }) };
  if (person.card && draw.chance(0.7)) return { card: person.card };
  if (person.phone && draw.chance(0.15))
    return { phone: draw.chance(0.3) ? person.phone.replace("+49", "0") : person.phone };
  return {};
}

function order({ habit }: Resident, draw: Random): ArrivingRecord["lines"] {
  const wanted = habit.usual.filter(({ chance }) => draw.chance(chance)).map(({ item }) => item);
  const items = wanted.length > 0 ? wanted : [habit.usual[0]!.item];
  return items.map((item) => ({ item: item.code, name: item.name, quantity: 1, amountMinor: item.priceMinor }));
}

/** Signing up for the loyalty card: the one time when a name is written down, by a hurried hand now and then. */
export function signUp(person: Person, at: number, draw: Random): ArrivingRecord {
  const typed = draw.chance(0.05) ? mistype(person.surname, draw) : person.surname;
  return {
    source: source.cafe,
    messageId: `sign-up ${person.number}`,
    at,
    touchpoint: "profile",
    ids: {
      loyalty: person.loyalty ?? undefined,
      email: person.email ?? undefined,
      phone: person.phone ?? undefined,
    },
    facts: {
      forename: person.forename,
      surname: typed,
      ...(draw.chance(0.6) && { birthDate: person.birthDate }),
      ...(person.diet && { diet: person.diet }),
    },
  };
}
