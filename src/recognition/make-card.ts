import { currentFacts, kindOfStrength, nameFrom, sayItFrom, type CurrentFacts } from "../customers/index.ts";
import { usualOrder, type Guess, type GuessedItem, type Visit } from "../statistics/usual-order.ts";
import { touchpointAt, zoneAt, type Catalogue } from "../touchpoints/index.ts";
import { allowanceOf } from "./allowance.ts";
import type { Card } from "./card.ts";
import type { Circumstances } from "./circumstances.ts";
import { doNotAsk } from "./do-not-ask.ts";
import { facesIn } from "./familiar-faces.ts";
import type { Gathered, SeenTouch } from "./gather.ts";
import { knownByStrongest } from "./known-by-strongest.ts";
import { knownNow } from "./known-now.ts";
import { lastFailureIn } from "./last-failure.ts";
import { localTime } from "./local-time.ts";
import type { Employee } from "./memory.ts";
import { itemName, placeName, staffName, wordingOf } from "./names.ts";
import { usualGap, visitsBefore, visitsIn } from "./rhythm.ts";
import { reasonToSayHello } from "./say-hello.ts";
import { usualInWords } from "./usual-in-words.ts";
import { worthAsking } from "./worth-asking.ts";
import { worthOffering } from "./worth-offering.ts";

/** A pure function of what was gathered: the same records in any order make the same card. */
export function makeCard(
  customer: string,
  gathered: Gathered,
  household: Card["household"],
  circumstances: Circumstances,
): Card {
  const { catalogue } = circumstances;
  const now = circumstances.now.getTime();
  const facts = currentFacts(gathered.facts, circumstances.rank);
  const known = knownNow(gathered, facts, circumstances.rank, now);
  const visits = visitsIn(gathered.touches);
  const before = visitsBefore(visits, now);
  const orders = ordersIn(gathered.touches, catalogue);
  const guess = usualOrder(orders, momentOf(before[0], circumstances));
  const failure = lastFailureIn(gathered.notKept, gathered.touches, catalogue);
  return {
    customer: { ...whoThisIs(customer, facts, gathered), visits: visits.length, firstVisit: before.length === 0 },
    lastVisit: lastVisit(visits[0], catalogue),
    usual: usualFrom(guess, orders, circumstances),
    familiarFaces: familiarFaces(gathered.touches, circumstances),
    lastFailure: failure,
    sayHello: sayHello(gathered, facts, before, failure, circumstances),
    doNotAsk: doNotAsk(known),
    worthAsking: worthAsking(facts, known, isReachable(gathered), before.length, now),
    worthOffering: offerFrom(guess, orders, circumstances),
    allowance: allowanceOf(circumstances),
    household,
    openPromises: openPromises(gathered, catalogue),
  };
}

function whoThisIs(id: string, facts: CurrentFacts, gathered: Gathered) {
  const since = firstSeen(gathered);
  const name = nameFrom(facts);
  return {
    id,
    name,
    knownBy: name === null ? knownByStrongest(id, gathered.identities) : null,
    sayIt: sayItFrom(facts),
    since: since === null ? null : new Date(since).toISOString(),
  };
}

function usualFrom(guess: Guess, orders: readonly Visit[], { catalogue, now }: Circumstances): Card["usual"] {
  const items = likelyIn(guess).map(({ item, probability }) => ({ ...itemNamed(catalogue, item), probability }));
  return { items, abstained: items.length === 0, reason: usualInWords(guess, orders, now.getTime()) };
}

function likelyIn(guess: Guess): readonly GuessedItem[] {
  return "items" in guess ? guess.items : [];
}

function offerFrom(guess: Guess, orders: readonly Visit[], { catalogue, now }: Circumstances): Card["worthOffering"] {
  const offer = worthOffering(orders, new Set(likelyIn(guess).map(({ item }) => item)), now.getTime());
  return offer && { ...itemNamed(catalogue, offer.item), reason: offer.reason };
}

function sayHello(
  gathered: Gathered,
  facts: CurrentFacts,
  before: readonly SeenTouch[],
  failure: Card["lastFailure"],
  circumstances: Circumstances,
): Card["sayHello"] {
  const { catalogue, now, place } = circumstances;
  const reason = reasonToSayHello({
    now: now.getTime(),
    zone: zoneAt(catalogue, place?.id ?? before[0]?.placeId ?? null),
    since: firstSeen(gathered),
    visits: before.length,
    lastVisit: before[0]?.at ?? null,
    gap: usualGap(before),
    failure,
    birthDate: facts.get("birthDate")?.value ?? null,
  });
  return reason === null ? null : { who: whoIsInCharge(circumstances), reason };
}

function ordersIn(touches: readonly SeenTouch[], catalogue: Catalogue): readonly Visit[] {
  return touches
    .filter(({ items }) => items.length > 0)
    .map(({ at, placeId, items }) => ({ at, ...localTime(zoneAt(catalogue, placeId), at), place: placeId, items }));
}

function momentOf(last: SeenTouch | undefined, { now, place, catalogue }: Circumstances) {
  const placeId = place?.id ?? last?.placeId ?? null;
  return { at: now.getTime(), ...localTime(zoneAt(catalogue, placeId), now.getTime()), place: placeId };
}

function firstSeen({ identities, touches }: Gathered): number | null {
  const times = [...identities.map(({ firstSeen }) => firstSeen), ...touches.slice(-1).map(({ at }) => at)];
  return times.length === 0 ? null : Math.min(...times);
}

function lastVisit(visit: SeenTouch | undefined, catalogue: Catalogue): Card["lastVisit"] {
  if (!visit) return null;
  const at = new Date(visit.at);
  const touchpoint = touchpointAt(catalogue, visit.touchpointId, at)?.name ?? visit.touchpointId;
  return { at: at.toISOString(), place: placeName(catalogue, visit.placeId), touchpoint };
}

/** At most three who still work here; those on shift are seen on the card, wherever they rank. */
function familiarFaces(
  touches: readonly SeenTouch[],
  { catalogue, staff, onShift, place, now }: Circumstances,
): Card["familiarFaces"] {
  return facesIn(touches, now.getTime())
    .filter(({ staffId }) => !hasLeft(staff.get(staffId), now))
    .slice(0, 3)
    .map(({ staffId, visits }) => ({
      staff: catalogue.staff.get(staffId)?.code ?? staffId,
      name: staffName(catalogue, staffId),
      visits,
      onShift: onShift.has(staffId) && (!place || onShift.get(staffId) === place.id),
    }));
}

function hasLeft(employee: Employee | undefined, now: Date): boolean {
  return employee !== undefined && employee.leftAt !== null && employee.leftAt <= now;
}

/** A manager or owner on shift here; the owner before others. */
function whoIsInCharge({ catalogue, staff, onShift, place, now }: Circumstances): string {
  const inCharge = [...onShift]
    .filter(([, placeId]) => !place || placeId === place.id)
    .map(([staffId]) => staff.get(staffId))
    .filter((employee) => employee !== undefined && !hasLeft(employee, now))
    .filter((employee) => employee?.role === "manager" || employee?.role === "administrator")
    .sort((a, b) => (a!.role < b!.role ? -1 : a!.role > b!.role ? 1 : a!.id < b!.id ? -1 : 1));
  return inCharge[0] ? staffName(catalogue, inCharge[0].id) : "whoever is in charge";
}

function isReachable({ identities, facts }: Gathered): boolean {
  return (
    identities.some(({ kind }) => ["email", "phone"].includes(kindOfStrength(kind))) ||
    facts.some(({ name }) => name === "email" || name === "phone")
  );
}

function openPromises({ notKept }: Gathered, catalogue: Catalogue): Card["openPromises"] {
  return notKept
    .filter(({ verdict, dueAt }) => verdict === "unknown" && dueAt !== null)
    .map(({ identity, touch, touchpoint, promise, dueAt }) => ({
      promise: wordingOf(catalogue, touchpoint, promise),
      dueAt: dueAt && new Date(dueAt).toISOString(),
      touch: `${identity}.${touch}`,
    }));
}

function itemNamed(catalogue: Catalogue, id: string): { item: string; name: string } {
  return { item: catalogue.items.get(id)?.code ?? id, name: itemName(catalogue, id) };
}
