import type { Catalogue } from "../../src/touchpoints/catalogue/catalogue.ts";
import { promisesAt } from "../../src/touchpoints/catalogue/catalogue.ts";
import type { JudgedTouch } from "../../src/touchpoints/filing/store.ts";
import type { JudgedPromise, Touch } from "../../src/touchpoints/filing/touch.ts";
import { knownBefore, type KnownFact } from "../../src/touchpoints/promise/fact-name.ts";
import { judge } from "../../src/touchpoints/promise/judge.ts";
import type { Customers } from "./derive-customers.ts";

/** Was something asked that was known already? Judged once everybody is known, as `judgeAsked` does over the tables. */
export function judgedAsked(
  touches: readonly Touch[],
  customers: Customers,
  catalogue: Catalogue,
  asOf: Date,
): JudgedTouch[] {
  const asking = touches.filter(({ told }) => told.asked);
  if (asking.length === 0) return [];
  const learned = whenLearned(customers);
  const members = new Map(customers.customers.flatMap((one) => one.members.map((id) => [id, one.members])));
  return asking.map((touch) => {
    const known = members.get(touch.identity.id)!.flatMap((id) => learned.get(id) ?? []);
    return { touch, promises: judgedAt(touch, known, catalogue, asOf) };
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

function judgedAt({ told, at }: Touch, known: readonly KnownFact[], catalogue: Catalogue, asOf: Date): JudgedPromise[] {
  const judged = {
    at: new Date(at),
    asked: told.asked!,
    status: null,
    cancelled: false,
    promisedAt: null,
    deliveredAt: null,
    waitSeconds: { promised: null, actual: null, perceived: null },
  };
  return promisesAt(catalogue, told.touchpointId, judged.at)
    .filter(({ rule }) => rule.kind === "asked nothing twice")
    .map(({ id, rule }) => ({
      promiseId: id,
      ...judge(rule, judged, { zone: "UTC", asOf, knownBefore: knownBefore(known, judged.at) }),
    }));
}
