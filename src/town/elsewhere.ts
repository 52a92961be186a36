import type { Random } from "../statistics/random.ts";
import type { ArrivingRecord } from "../touchpoints/index.ts";
import { airlineDesk, branch, menu, source } from "./businesses.ts";
import type { Person } from "./person.ts";
import { shortNames } from "./name-lists.ts";

const day = 86_400_000;

/** Checking in for a flight: known by the booking, and by name as the ticket spells it. */
export function checkIn(person: Person, at: number, messageId: string, draw: Random): ArrivingRecord {
  return {
    source: source.airline,
    messageId,
    at,
    touchpoint: "check-in",
    channel: "in person",
    place: airlineDesk.code,
    staff: "ines",
    ids: {
      booking: `M${messageId.replace(/\D/g, "")}`,
      email: person.email ?? undefined,
      userId: person.account ?? undefined,
    },
    facts: { name: `${person.forename} ${person.surname}` },
    waitSeconds: { promised: 600, actual: Math.round(120 + 240 * draw.exponential()) },
  };
}

/** A visit at the branch's counter, where some clerks ask for what the bank has long been told. */
export function branchVisit(person: Person, at: number, messageId: string, draw: Random): ArrivingRecord {
  return {
    source: source.bank,
    messageId,
    at,
    touchpoint: "branch-counter",
    channel: "in person",
    place: branch.code,
    staff: "henrik",
    ids: { phone: person.phone ?? undefined, email: person.email ?? undefined },
    facts: { name: `${shortNames[person.forename] ?? person.forename} ${person.surname}` },
    asked: draw.chance(0.2) ? ["birthDate", "email"] : [],
    waitSeconds: { promised: 900, actual: Math.round(180 + 300 * draw.exponential()) },
  };
}

/** An appointment at the branch that is still to come. */
export function appointment(person: Person, expectedAt: number, at: number, messageId: string): ArrivingRecord {
  return {
    source: source.bank,
    messageId,
    at,
    touchpoint: "booking",
    channel: "phone",
    place: branch.code,
    expectedAt,
    ids: { phone: person.phone ?? undefined, email: person.email ?? undefined, booking: messageId },
    facts: { name: `${person.forename} ${person.surname}` },
  };
}

/** Beans by post, promised for a day; one parcel in fourteen comes late. */
export function beansByPost(
  person: Person,
  at: number,
  until: number,
  messageId: string,
  draw: Random,
): ArrivingRecord {
  const promisedAt = at + 4 * day;
  const deliveredAt = promisedAt + (draw.chance(0.07) ? draw.whole(1, 5) : -draw.whole(0, 2)) * day;
  const arrived = deliveredAt <= until;
  return {
    source: source.shop,
    messageId,
    at,
    version: arrived ? deliveredAt : at,
    part: "order",
    touchpoint: "order",
    channel: "web",
    ids: { userId: person.account ?? undefined, email: person.email ?? undefined, phone: person.phone ?? undefined },
    lines: [{ line: "1", item: "beans", name: "House beans 1 kg", quantity: draw.whole(1, 2), amountMinor: 2400 }],
    currency: "EUR",
    promisedAt,
    deliveredAt: arrived ? deliveredAt : undefined,
    status: arrived ? "delivered" : "sent",
  };
}

/** Something is put right after a long wait: a coffee on the house, and an apology. */
export function putRight(visit: ArrivingRecord, at: number): ArrivingRecord {
  return {
    source: source.cafe,
    messageId: `${visit.messageId} put right`,
    at,
    touchpoint: "recovery",
    channel: "in person",
    place: visit.place,
    staff: visit.staff,
    ids: visit.ids,
    currency: visit.currency,
    lines: [{ item: menu[0]!.code, name: menu[0]!.name, quantity: 1, amountMinor: 0 }],
    text: "Waited too long: coffee on the house, with an apology.",
  };
}
