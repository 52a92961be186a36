import {
  currentFacts,
  isContactFact,
  isContactKind,
  kindOfStrength,
  masked,
  nameFrom,
  sayItFrom,
  seesContactDetails,
  statements,
  type CurrentFacts,
  type ToldFact,
} from "../customers/index.ts";
import type { Actor } from "../foundation/context.ts";
import { NotFound } from "../foundation/errors.ts";
import type { Catalogue } from "../touchpoints/index.ts";
import type { Customer } from "./contract.ts";
import { identitiesFound, seenApart } from "./found.ts";
import { gather, type Gathered, type KnownIdentity, type SeenTouch } from "./gather.ts";
import { knownByStrongest } from "./known-by-strongest.ts";
import { householdOf } from "./household.ts";
import { visitsIn } from "./rhythm.ts";
import type { Recogniser } from "./recogniser.ts";

type Asker = { readonly actor: Actor; readonly now: Date };

/** All that is known of one customer, by any id that ever led to them. */
export async function customerBehind(asker: Asker, id: string, house: Recogniser): Promise<Customer> {
  const { reader, memory } = house;
  const [found] = await identitiesFound(reader, [id]);
  if (!found)
    throw new NotFound(`There is no customer with the id ${id}. Recognise them by an email, a phone number or a name.`);
  const [gathered, aparts, rank, catalogue] = await Promise.all([
    gather(reader, found.members, asker.now),
    seenApart(reader, found.members),
    memory.sourceRank(),
    memory.catalogue(),
  ]);
  const current = currentFacts(gathered.facts, rank);
  const household = await householdOf(reader, found.customer, gathered.identities, aparts, rank);
  return {
    ...summary(found.customer, gathered, current),
    places: placesOf(visitsIn(gathered.touches), catalogue),
    ...details(gathered, current, seesContactDetails(asker.actor)),
    household,
  };
}

function summary(id: string, { touches, identities }: Gathered, current: CurrentFacts) {
  const since = identities.map(({ firstSeen }) => firstSeen).sort((a, b) => a - b)[0];
  const name = nameFrom(current);
  return {
    id,
    name,
    knownBy: name === null ? knownByStrongest(id, identities) : null,
    sayIt: sayItFrom(current),
    since: since === undefined ? null : iso(since),
    lastSeen: touches[0] ? new Date(touches[0].at).toISOString() : null,
    visits: visitsIn(touches).length,
  };
}

function placesOf(visits: readonly SeenTouch[], { places }: Catalogue): Customer["places"] {
  const times = new Map<string, number>();
  for (const { placeId } of visits) if (placeId !== null) times.set(placeId, (times.get(placeId) ?? 0) + 1);
  return [...times]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([id, visits]) => ({ place: places.get(id)?.code ?? id, name: places.get(id)?.name ?? id, visits }));
}

function details({ identities, facts }: Gathered, current: CurrentFacts, open: boolean) {
  return {
    identifiers: identities
      .toSorted((a, b) => a.kind - b.kind || (a.id < b.id ? -1 : 1))
      .map((identity) => identifier(identity, open)),
    facts: statements(facts)
      .toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : b.observedAt - a.observedAt))
      .map((fact) => factOf(fact, current, open)),
  };
}

function identifier(
  { id, kind, scope, value, shared, firstSeen }: KnownIdentity,
  open: boolean,
): Customer["identifiers"][number] {
  const isMasked =
    !open && (isContactKind(kindOfStrength(kind)) || scope.includes("@") || /^(email|phone|card) /.test(scope));
  return {
    identity: id,
    kind: kindOfStrength(kind),
    // A name's scope is the address or number that it came with.
    scope: isMasked && scope !== "" ? masked(scope) : scope,
    value: isMasked && kindOfStrength(kind) !== "name" ? masked(value) : value,
    masked: isMasked,
    shared,
    firstSeen: iso(firstSeen),
  };
}

function factOf(fact: ToldFact, current: CurrentFacts, open: boolean): Customer["facts"][number] {
  const isMasked = !open && isContactFact(fact.name);
  return {
    fact: fact.name,
    value: isMasked ? masked(fact.value) : fact.value,
    masked: isMasked,
    source: fact.source,
    scope: fact.scope,
    since: iso(fact.since),
    observedAt: iso(fact.observedAt),
    freshUntil: fact.freshUntil === null ? null : iso(fact.freshUntil),
    current: current.get(fact.name)?.id === fact.id,
  };
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
