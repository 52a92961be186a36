import type { Catalogue } from "../../src/touchpoints/catalogue/catalogue.ts";
import { promisesAt } from "../../src/touchpoints/catalogue/catalogue.ts";
import type { Touch } from "../../src/touchpoints/filing/touch.ts";
import { knownBefore, type KnownFact } from "../../src/touchpoints/promise/fact-name.ts";
import type { PromiseJudged } from "../../src/touchpoints/promise/judge-touch.ts";
import { judge } from "../../src/touchpoints/promise/judge.ts";
import type { StandingTouch } from "../../src/touchpoints/promise/standing-touches.ts";
import type { Customers } from "./derive-customers.ts";

/** Was something asked that was known already? Judged once everybody is known, as `judgeAsked` does over the tables. */
export function judgedAsked(
  touches: readonly Touch[],
  customers: Customers,
  catalogue: Catalogue,
  asOf: Date,
): PromiseJudged[] {
  const asking = touches.filter(({ told }) => told.asked);
  if (asking.length === 0) return [];
  const learned = whenLearned(customers);
  const members = new Map(customers.customers.flatMap((one) => one.members.map((id) => [id, one.members])));
  return asking.flatMap((touch) => {
    const known = members.get(touch.identity.id)!.flatMap((id) => learned.get(id) ?? []);
    return judgedAt(asked(touch), known, catalogue, asOf);
  });
}

function whenLearned({ facts, shown }: Customers): Map<string, KnownFact[]> {
  const learned = new Map<string, KnownFact[]>();
  const note = (identity: string, name: string, since: number): void =>
    void learned.set(identity, [...(learned.get(identity) ?? []), { name, since: new Date(since), freshUntil: null }]);
  for (const { identity, name, first } of facts) note(identity, name, first);
  for (const { identity, at } of shown) note(identity.id, identity.kind, at);
  return learned;
}

function judgedAt(
  touch: StandingTouch,
  known: readonly KnownFact[],
  catalogue: Catalogue,
  asOf: Date,
): PromiseJudged[] {
  return promisesAt(catalogue, touch.touchpointId, touch.at)
    .filter(({ rule }) => rule.kind === "asked nothing twice")
    .map(({ id, rule }) => ({
      touch,
      promiseId: id,
      ...judge(rule, touch, { zone: "UTC", asOf, knownBefore: knownBefore(known, touch.at) }),
    }));
}

function asked({ id, identity, at, told, visit, cancelled }: Touch): StandingTouch {
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
