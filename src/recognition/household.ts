import { isWeak, kindInWords, kindOfStrength, peopleOf, type SourceRank } from "../customers/index.ts";
import type { Reader } from "../foundation/database/pipelined.ts";
import type { Card } from "./card.ts";
import type { Apart } from "./found.ts";
import type { KnownIdentity } from "./gather.ts";

type Household = Card["household"];
const most = 12;

/**
 * Others who were seen with one of this customer's weak identifiers, or whose weak identifier this customer used, and
 * who are not the same person. Read only where evidence was refused; most customers have none.
 */
export async function householdOf(
  db: Reader,
  customer: string,
  identities: readonly KnownIdentity[],
  aparts: readonly Apart[],
  rank: SourceRank,
): Promise<Household> {
  if (aparts.length === 0) return [];
  const own = new Map(identities.map((identity) => [identity.id, identity]));
  const people = await peopleOf(
    db,
    aparts.map(({ other }) => other),
    rank,
  );
  const household = new Map<string, Household[number]>();
  for (const { id, other, because } of aparts) {
    const person = people.get(other);
    if (!person || person.customer === customer || household.has(person.customer)) continue;
    household.set(person.customer, {
      customer: person.customer,
      name: person.name,
      knownBy: person.knownBy,
      reason: reasonFor(own.get(id), because),
    });
  }
  return [...household.values()].slice(0, most);
}

/** Why two who share something are two. */
function reasonFor(identity: KnownIdentity | undefined, because: Apart["because"]): string {
  const kind = identity && kindOfStrength(identity.kind);
  const shared = kind && isWeak(kind) ? `same ${kindInWords(kind)}` : "seen with the same details";
  return `${shared}, ${differences[because]}`;
}

const differences: Readonly<Record<Apart["because"], string>> = {
  limit: "another account",
  apart: "said to be somebody else",
  names: "another name",
  births: "another birthday",
  shared: "used by many",
};
