import { freshUntil } from "../../src/customers/facts/index.ts";
import { knownAt, strength, toldByIdentifier, type Telling } from "../../src/customers/index.ts";
import { askedAgain, type Asking, type Reask } from "../../src/touchpoints/asks/asking.ts";
import type { Catalogue } from "../../src/touchpoints/catalogue/catalogue.ts";
import { promisesAt } from "../../src/touchpoints/catalogue/catalogue.ts";
import type { Touch } from "../../src/touchpoints/filing/touch.ts";
import type { PromiseJudged } from "../../src/touchpoints/promise/judge-touch.ts";
import { judge } from "../../src/touchpoints/promise/judge.ts";
import type { StandingTouch } from "../../src/touchpoints/promise/standing-touches.ts";
import type { Customers } from "./derive-customers.ts";

type Judged = { readonly verdicts: readonly PromiseJudged[]; readonly reasks: readonly Reask[] };

/** Was something asked that was known already? Judged once everybody is known, as `judgeAsked` does over the tables. */
export function judgedAsked(touches: readonly Touch[], customers: Customers, catalogue: Catalogue, asOf: Date): Judged {
  const asking = touches.filter(({ told, cancelled }) => told.asked && !cancelled);
  if (asking.length === 0) return { verdicts: [], reasks: [] };
  const told = whatWasTold(customers);
  const byIdentity = new Map<string, Touch[]>();
  for (const touch of asking) byIdentity.set(touch.identity.id, [...(byIdentity.get(touch.identity.id) ?? []), touch]);
  const each = customers.customers.map(({ members }) => {
    const asked = members.flatMap((id) => byIdentity.get(id) ?? []);
    const tellings = asked.length === 0 ? [] : members.flatMap((id) => told.get(id) ?? []);
    const known = (at: number): ReadonlyMap<string, Telling> => knownAt(tellings, at);
    return {
      verdicts: asked.flatMap((touch) => judgedAt(standing(touch), known, catalogue, asOf)),
      reasks: askedAgain(asked.map(askingOf), known),
    };
  });
  return { verdicts: each.flatMap(({ verdicts }) => verdicts), reasks: each.flatMap(({ reasks }) => reasks) };
}

function whatWasTold({ facts, shown }: Customers): Map<string, Telling[]> {
  const told = new Map<string, Telling[]>();
  const note = (identity: string, telling: Telling | undefined): void =>
    void (telling && told.set(identity, [...(told.get(identity) ?? []), telling]));
  for (const { identity, name, source, first, at } of facts)
    note(identity, { name, source, since: first, freshUntil: freshUntil(name, at) });
  for (const { identity, at } of shown)
    note(identity.id, toldByIdentifier(strength(identity.kind), identity.scope, at));
  return told;
}

function judgedAt(
  touch: StandingTouch,
  known: (at: number) => ReadonlyMap<string, Telling>,
  catalogue: Catalogue,
  asOf: Date,
): PromiseJudged[] {
  return promisesAt(catalogue, touch.touchpointId, touch.at)
    .filter(({ rule }) => rule.kind === "asked nothing twice")
    .map(({ id, rule }) => ({
      touch,
      promiseId: id,
      ...judge(rule, touch, { zone: "UTC", asOf, knownBefore: new Set(known(touch.at.getTime()).keys()) }),
    }));
}

function askingOf({ id, identity, at, told, channel, source }: Touch): Asking {
  const placeId = told.placeId ?? null;
  return { identity: identity.id, at, id, facts: told.asked ?? [], channel, placeId, source, reported: false };
}

function standing({ id, identity, at, told, visit, cancelled }: Touch): StandingTouch {
  return {
    identity: identity.id,
    id,
    at: new Date(at),
    touchpointId: told.touchpointId,
    placeId: told.placeId ?? null,
    visit,
    cancelled,
    status: null,
    asked: told.asked ?? null,
    promisedAt: null,
    deliveredAt: null,
    waitSeconds: { promised: null, actual: null, perceived: null },
  };
}
