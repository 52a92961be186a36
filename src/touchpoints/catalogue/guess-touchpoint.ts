import type { Channel, TouchpointTraits } from "./touchpoint.ts";

type Traits = Omit<TouchpointTraits, "name" | "partner" | "heals">;

const inPerson: Traits = { lens: "experience", stage: "interact", element: "place", channel: "in person", visit: true };
const onPhone: Traits = { lens: "service", stage: "interact", element: "people", channel: "phone", visit: false };
const onWeb: Traits = {
  lens: "engagement",
  stage: "orient",
  element: "web and technology",
  channel: "web",
  visit: false,
};
const byMail: Traits = {
  lens: "engagement",
  stage: "extend & retain",
  element: "web and technology",
  channel: "email",
  visit: false,
};
const inChat: Traits = { lens: "service", stage: "interact", element: "people", channel: "chat", visit: false };
const inPublic: Traits = { lens: "engagement", stage: "advocate", element: "people", channel: "social", visit: false };
const onPaper: Traits = {
  lens: "engagement",
  stage: "connect & attract",
  element: "price and policy",
  channel: "print",
  visit: false,
};
const inUse: Traits = {
  lens: "experience",
  stage: "interact",
  element: "product and packaging",
  channel: "product use",
  visit: false,
};
const buying: Traits = {
  lens: "service",
  stage: "interact",
  element: "product and packaging",
  channel: "in person",
  visit: true,
};

// The first that fits; words people use in codes.
const byWord: readonly (readonly [RegExp, Traits])[] = [
  [/page|web|site|online|portal|cart|checkout|search|login|signed|signup|sign up/, onWeb],
  [/call|phone|hotline/, onPhone],
  [/e-?mail|newsletter/, byMail],
  [/chat|whatsapp|messenger|sms|text message/, inChat],
  [/twitter|tweet|facebook|instagram|social|review|referral/, inPublic],
  [/letter|leaflet|brochure|catalogue|poster|print/, onPaper],
  [/screen|app\b|device|use\b|usage|feature/, inUse],
  [/order|purchase|sale|bill|till|receipt|payment/, buying],
  [/visit|arriv|check-?in|table|counter|desk|branch|store|shop|seat|gate|flight|board|lobby|room|hall|meal/, inPerson],
];

const byChannel: Readonly<Record<Channel, Traits>> = {
  "in person": inPerson,
  phone: onPhone,
  web: onWeb,
  email: byMail,
  chat: inChat,
  social: inPublic,
  print: onPaper,
  "product use": inUse,
};

/** What people call putting things right. A return or a refund may only undo what was sold: there the owner says. */
const heals = /\b(recovery|put[ -]right|apology|gesture|goodwill|compensation)\b/;

/**
 * What a touchpoint nobody has described is taken for, until somebody does. Its code is asked first: it is the same in
 * whatever order records come. Only a code that says nothing leaves it to the channel of the record that came first.
 */
export function guessTouchpoint(code: string, channel: Channel | undefined): TouchpointTraits {
  const words = code.toLowerCase().replaceAll(/[_.]+/g, " ");
  const traits = byWord.find(([word]) => word.test(words))?.[1] ?? (channel ? byChannel[channel] : onWeb);
  return { name: code, partner: null, heals: heals.test(words), ...traits };
}
