import type { PromiseRule } from "../promise/rule.ts";
import type { Channel, Element, Lens, Stage, TouchpointTraits } from "./touchpoint.ts";

type BuiltIn = {
  readonly code: string;
  readonly traits: TouchpointTraits;
  readonly promises: readonly { readonly wording: string; readonly rule: PromiseRule }[];
};

const deliveredByTheDate = {
  wording: "delivered by the promised date",
  // By day: shops store the promise as midnight of its day and mean the whole day. An owner may correct it to "timestamp".
  rule: { kind: "delivered", by: "day" },
} as const;

/** Touchpoints that every door may name without anybody having described them. */
export const builtIns: readonly BuiltIn[] = [
  visit("order", "Order", "service", "interact", "product and packaging", "in person", [deliveredByTheDate]),
  visit("visit", "Visit", "experience", "interact", "place", "in person"),
  contact("booking", "Booking", "service", "orient", "people", "phone"),
  contact("return", "Return", "service", "extend & retain", "product and packaging", "in person"),
  contact("delivery", "Delivery", "service", "interact", "product and packaging", "in person"),
  contact("call", "Call", "service", "interact", "people", "phone"),
  contact("email", "Email", "service", "interact", "people", "email"),
  contact("chat", "Chat", "service", "interact", "people", "chat"),
  contact("page", "Page viewed", "engagement", "connect & attract", "web and technology", "web"),
  contact("screen", "Screen viewed", "experience", "interact", "web and technology", "product use"),
  contact("profile", "Profile stated", "engagement", "orient", "web and technology", "web"),
  contact("group", "Company stated", "engagement", "orient", "web and technology", "web"),
  contact("alias", "Ids joined", "engagement", "orient", "web and technology", "web"),
];

const byCode = new Map(builtIns.map((builtIn) => [builtIn.code, builtIn]));

export function builtIn(code: string): BuiltIn | undefined {
  return byCode.get(code);
}

function visit(
  code: string,
  name: string,
  lens: Lens,
  stage: Stage,
  element: Element,
  channel: Channel,
  promises: BuiltIn["promises"] = [],
): BuiltIn {
  return { code, promises, traits: { name, lens, stage, element, channel, visit: true, heals: false, partner: null } };
}

function contact(
  ...[code, name, lens, stage, element, channel]: [string, string, Lens, Stage, Element, Channel]
): BuiltIn {
  return {
    code,
    promises: [],
    traits: { name, lens, stage, element, channel, visit: false, heals: false, partner: null },
  };
}
