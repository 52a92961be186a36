import type { Catalogue } from "../touchpoints/index.ts";
import type { Card } from "./card.ts";
import { seenApart } from "./found.ts";
import { gather, type Gathered } from "./gather.ts";
import { householdOf } from "./household.ts";
import { makeCard } from "./make-card.ts";
import type { Memory } from "./memory.ts";
import type { Recogniser, When } from "./recogniser.ts";

/**
 * The second trip to the card: one round of statements over the customer's members. Only for a household a third one
 * follows, for the names of the others.
 */
export async function readCard(house: Recogniser, customer: string, members: string, when: When): Promise<Card> {
  const { reader, memory } = house;
  const [gathered, aparts, staff, onShift, rank] = await Promise.all([
    gather(reader, members, when.at),
    seenApart(reader, members),
    memory.staff(),
    memory.onShift(when.at),
    memory.sourceRank(),
  ]);
  const [catalogue, household] = await Promise.all([
    catalogueFor(memory, gathered),
    householdOf(reader, customer, gathered.identities, aparts, rank),
  ]);
  return makeCard(customer, gathered, household, {
    now: when.at,
    place: when.place,
    actor: when.actor,
    catalogue,
    staff,
    onShift,
    rank,
  });
}

/** A new touchpoint, item or employee is in the catalogue with the first record that names them: then it is read again. */
async function catalogueFor(memory: Memory, { touches }: Gathered): Promise<Catalogue> {
  const catalogue = await memory.catalogue();
  const isComplete = touches.every(
    ({ touchpointId, placeId, staffId, items }) =>
      catalogue.touchpoints.has(touchpointId) &&
      (placeId === null || catalogue.places.has(placeId)) &&
      (staffId === null || catalogue.staff.has(staffId)) &&
      items.every((item) => catalogue.items.has(item)),
  );
  return isComplete ? catalogue : memory.newerCatalogue();
}
