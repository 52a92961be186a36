import { isWeak, kindInWords, kindOfStrength, peopleOf, type Kind } from "../customers/index.ts";
import type { Actor } from "../foundation/context.ts";
import type { Reader } from "../foundation/database/pipelined.ts";
import { askedFor, type Asked } from "./asked.ts";
import type { Match, Recognition } from "./card.ts";
import type { RecogniseQuery } from "./contract.ts";
import { identitiesFound, seenApart, seenWithShared, type Apart, type FoundIdentity } from "./found.ts";
import { placeOf } from "./place-of.ts";
import { readCard } from "./read-card.ts";
import type { Found, Recogniser, When } from "./recogniser.ts";
import { rankedPeople, type Candidate } from "./ranked-people.ts";

type Asker = { readonly actor: Actor; readonly now: Date };

/** Who this is: one customer with the card, or everyone who may be meant, each with the reason. */
export async function recognise(asker: Asker, query: RecogniseQuery, house: Recogniser): Promise<Recognition> {
  const at = query.at === undefined ? asker.now : new Date(query.at);
  const catalogue = await house.memory.catalogue();
  const place = placeOf(catalogue, query.place);
  const naming = { ...house.naming, region: place?.region ?? house.naming.region };
  const scopes = query.q === undefined ? [] : await house.memory.codeScopes();
  const asked = askedFor(query, scopes, naming);
  const candidates = await exactly(house.reader, asked);
  const when = { actor: asker.actor, at, place };
  if (candidates.length === 0 && query.q !== undefined) return byName(query.q, query.matchesOnly ?? false, when, house);
  if (candidates.length === 1 && !query.matchesOnly) {
    const { customer, members, reasons } = candidates[0]!;
    const card = await readCard(house, customer, members, when);
    const { name, knownBy } = card.customer;
    return { matches: [{ customer, name, knownBy, score: 1, reasons: [...reasons] }], card };
  }
  return { matches: await rankedPeople(house, candidates, at), card: null };
}

/** Customers to whom one of these identities belongs, and all who were seen with it when several use it. */
async function exactly(db: Reader, asked: readonly Asked[]): Promise<readonly Candidate[]> {
  if (asked.length === 0) return [];
  const weak = asked.filter(({ kind }) => kind !== "id" && isWeak(kind)).map(({ id }) => id);
  const [found, refused] = await Promise.all([
    identitiesFound(
      db,
      asked.map(({ id }) => id),
    ),
    weak.length === 0 ? [] : seenApart(db, weak),
  ]);
  const isShared = found.some(({ id, shared }) => shared && weak.includes(id));
  const aparts = isShared ? await seenWithShared(db, weak) : refused;
  const own = candidatesFrom(found, asked);
  return aparts.length === 0 ? own : withOthers(db, own, found, aparts);
}

function candidatesFrom(found: readonly FoundIdentity[], asked: readonly Asked[]): readonly Candidate[] {
  const how = new Map(asked.map(({ id, kind }) => [id, kind]));
  const candidates = new Map<string, Candidate>();
  for (const { id, customer, members, value } of found) {
    const reason = same(how.get(id)!, value);
    const known = candidates.get(customer);
    candidates.set(customer, { customer, members, reasons: [...(known?.reasons ?? []), reason] });
  }
  return [...candidates.values()];
}

function same(kind: Kind | "id", value: string): string {
  return kind === "id"
    ? "this customer's id"
    : `same ${kindInWords(kind)}${kind === "email" || kind === "phone" ? "" : ` ${value}`}`;
}

async function withOthers(
  db: Reader,
  own: readonly Candidate[],
  found: readonly FoundIdentity[],
  aparts: readonly Apart[],
): Promise<readonly Candidate[]> {
  const others = await identitiesFound(db, [...new Set(aparts.map(({ other }) => other))]);
  const kinds = new Map(found.map(({ id, kind }) => [id, kindOfStrength(kind)]));
  const candidates = new Map(own.map((candidate) => [candidate.customer, candidate]));
  for (const { id, customer, members } of others) {
    if (candidates.has(customer)) continue;
    const apart = aparts.find(({ other }) => other === id)!;
    candidates.set(customer, { customer, members, reasons: [`same ${kindInWords(kinds.get(apart.id) ?? "contact")}`] });
  }
  // A number that belongs to nobody in particular is no person beside those who use it.
  return [...candidates.values()].filter(({ members }) => candidates.size === 1 || !isBareValue(members, found));
}

function isBareValue(members: string, found: readonly FoundIdentity[]): boolean {
  return found.some(({ id }) => members === `{${id}}`);
}

/** Found by a part of a number, somebody may have no name: then the search, which is in memory, does not know what they have. */
async function toldApart(found: readonly Found[], { reader, memory }: Recogniser): Promise<Match[]> {
  const nameless = found.filter(({ name }) => name === null).map(({ customer }) => customer);
  const people = await peopleOf(reader, nameless, await memory.sourceRank());
  return found.map((one) => ({
    ...one,
    knownBy: people.get(one.customer)?.knownBy ?? null,
    reasons: [...one.reasons],
  }));
}

const sure = 0.9;

/** Opens the card by itself only for somebody who is clearly meant. */
async function byName(text: string, matchesOnly: boolean, when: When, house: Recogniser): Promise<Recognition> {
  const near = { place: when.place?.id ?? null, at: when.at, limit: 10 };
  const matches = await toldApart(await house.search(text, near), house);
  const [best, second] = matches;
  const isClear = best !== undefined && best.score >= sure && (second?.score ?? 0) <= best.score / 2;
  if (!isClear || matchesOnly) return { matches, card: null };
  const [found] = await identitiesFound(house.reader, [best.customer]);
  if (!found) return { matches, card: null };
  return { matches, card: await readCard(house, found.customer, found.members, when) };
}
