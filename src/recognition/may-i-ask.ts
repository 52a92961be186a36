import {
  currentFacts,
  factName,
  freshnessOf,
  isContactFact,
  masked,
  seesContactDetails,
  type ToldFact,
} from "../customers/index.ts";
import type { Actor } from "../foundation/context.ts";
import { InvalidInput, NotFound } from "../foundation/errors.ts";
import type { MayIAsk } from "./contract.ts";
import { identitiesFound } from "./found.ts";
import { gather } from "./gather.ts";
import { knownNow, type KnownAnswer } from "./known-now.ts";
import type { Recogniser } from "./recogniser.ts";

type Asker = { readonly actor: Actor; readonly now: Date };

/** May this be asked of them, by the rule that counts it as asked again? Asking us counts nothing. */
export async function mayIAsk(asker: Asker, id: string, written: string, house: Recogniser): Promise<MayIAsk> {
  const fact = factName(written);
  if (fact === "") throw new InvalidInput("A fact has a name with letters in it, as in birthDate.");
  const [found] = await identitiesFound(house.reader, [id]);
  if (!found)
    throw new NotFound(`There is no customer with the id ${id}. Recognise them by an email, a phone number or a name.`);
  const [gathered, rank] = await Promise.all([
    gather(house.reader, found.members, asker.now),
    house.memory.sourceRank(),
  ]);
  const now = asker.now.getTime();
  const current = currentFacts(gathered.facts, rank);
  const known = knownNow(gathered, current, rank, now).get(fact);
  const said = known ?? (freshnessOf(fact).scope === "person" ? onceSaid(current.get(fact)) : undefined);
  return { customer: found.customer, fact, ...answer(fact, known, said), ...shown(fact, said, asker.actor) };
}

function onceSaid(fact: ToldFact | undefined): KnownAnswer | undefined {
  if (!fact) return undefined;
  const { name, value, source, since, freshUntil } = fact;
  return { fact: name, value, source, since: iso(since), freshUntil: freshUntil === null ? null : iso(freshUntil) };
}

function answer(fact: string, known: KnownAnswer | undefined, said: KnownAnswer | undefined) {
  const { scope } = freshnessOf(fact);
  const dates = { since: said?.since ?? null, source: said?.source ?? null, freshUntil: said?.freshUntil ?? null };
  return { ask: !known, because: because(scope, known, said), scope, ...dates };
}

function because(scope: "person" | "visit", known: KnownAnswer | undefined, said: KnownAnswer | undefined): string {
  if (known) return scope === "visit" ? "they said so for this visit" : `they said so on ${day(known.since)}`;
  if (scope === "visit") return "it changes from visit to visit, and they have not said it for this one";
  return said ? `last said before ${day(said.freshUntil!)}: is it still so?` : "they have never said so";
}

/** A program that only writes is told whether to ask, and no answers. */
function shown(fact: string, said: KnownAnswer | undefined, actor: Actor): Pick<MayIAsk, "known" | "masked"> {
  const mayRead = actor.kind !== "key" || actor.may === "read";
  if (!said || said.value === null || !mayRead) return { known: null, masked: false };
  const isMasked = isContactFact(fact) && !seesContactDetails(actor);
  return { known: isMasked ? masked(said.value) : said.value, masked: isMasked };
}

function day(time: string): string {
  return time.slice(0, 10);
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
