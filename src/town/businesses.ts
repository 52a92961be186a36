import type { PromiseRule, TouchpointTraits } from "../touchpoints/index.ts";
import type { Role } from "../foundation/context.ts";

/** What stands in the town: a café chain, an airline's desk and a bank's branch. */
export type TownPlace = {
  readonly code: string;
  readonly name: string;
  readonly zone: string;
  readonly region: string;
  readonly currency: string;
  /** Local hours. */
  readonly opens: number;
  readonly closes: number;
};

export const cafes: readonly TownPlace[] = [
  {
    code: "harbour",
    name: "Lindenhof Coffee, Harbour",
    zone: "Europe/Berlin",
    region: "DE",
    currency: "EUR",
    opens: 7,
    closes: 19,
  },
  {
    code: "market",
    name: "Lindenhof Coffee, Market",
    zone: "Europe/Berlin",
    region: "DE",
    currency: "EUR",
    opens: 7,
    closes: 19,
  },
  {
    code: "station",
    name: "Lindenhof Coffee, Station",
    zone: "Europe/Berlin",
    region: "DE",
    currency: "EUR",
    opens: 5,
    closes: 21,
  },
];
export const airlineDesk: TownPlace = {
  code: "lisbon-desk",
  name: "Meridian Air, Lisbon desk",
  zone: "Europe/Lisbon",
  region: "PT",
  currency: "EUR",
  opens: 5,
  closes: 22,
};
export const branch: TownPlace = {
  code: "old-town-branch",
  name: "Old Town Savings, branch",
  zone: "Europe/Berlin",
  region: "DE",
  currency: "EUR",
  opens: 9,
  closes: 17,
};
export const places: readonly TownPlace[] = [...cafes, airlineDesk, branch];

export type TownStaff = { readonly code: string; readonly name: string; readonly place: string; readonly role: Role };

export const staff: readonly TownStaff[] = [
  { code: "rosa", name: "Rosa Díaz", place: "harbour", role: "manager" },
  { code: "ana", name: "Ana Silva", place: "harbour", role: "front line" },
  { code: "maya", name: "Maya Lindqvist", place: "harbour", role: "front line" },
  { code: "noor", name: "Noor Haddad", place: "market", role: "front line" },
  { code: "jakob", name: "Jakob Stein", place: "market", role: "manager" },
  { code: "tomas", name: "Tomás Rey", place: "station", role: "front line" },
  { code: "ines", name: "Inês Carvalho", place: "lisbon-desk", role: "front line" },
  { code: "duarte", name: "Duarte Pinto", place: "lisbon-desk", role: "manager" },
  { code: "henrik", name: "Henrik Falk", place: "old-town-branch", role: "front line" },
  { code: "greta", name: "Greta Holm", place: "old-town-branch", role: "manager" },
  { code: "viktor", name: "Viktor Adler", place: "harbour", role: "executive" },
  { code: "sam", name: "Sam Okoro", place: "harbour", role: "administrator" },
];

const atCounter = {
  lens: "service",
  stage: "interact",
  element: "people",
  channel: "in person",
  visit: true,
  heals: false,
  partner: null,
} as const;

export type TownTouchpoint = {
  readonly code: string;
  readonly traits: TouchpointTraits;
  readonly promises: readonly { readonly wording: string; readonly rule: PromiseRule }[];
};

export const touchpoints: readonly TownTouchpoint[] = [
  {
    code: "counter",
    traits: { ...atCounter, name: "Café counter" },
    promises: [{ wording: "served in 5 minutes", rule: { kind: "served", withinSeconds: 300 } }],
  },
  {
    code: "check-in",
    traits: { ...atCounter, name: "Airline check-in" },
    promises: [{ wording: "served in 10 minutes", rule: { kind: "served", withinSeconds: 600 } }],
  },
  {
    code: "branch-counter",
    traits: { ...atCounter, name: "Branch counter" },
    promises: [
      { wording: "asked nothing twice", rule: { kind: "asked nothing twice" } },
      { wording: "served in 15 minutes", rule: { kind: "served", withinSeconds: 900 } },
    ],
  },
  {
    code: "recovery",
    traits: { ...atCounter, name: "Put right", stage: "extend & retain", visit: false, heals: true },
    promises: [],
  },
];

export type MenuItem = {
  readonly code: string;
  readonly name: string;
  readonly priceMinor: number;
  readonly drink: boolean;
};

const drink = (code: string, name: string, priceMinor: number): MenuItem => ({ code, name, priceMinor, drink: true });
const food = (code: string, name: string, priceMinor: number): MenuItem => ({ code, name, priceMinor, drink: false });

/** In the order of how popular they are. */
export const menu: readonly MenuItem[] = [
  drink("flat-white", "Flat white", 390),
  drink("filter", "Filter coffee", 280),
  drink("cappuccino", "Cappuccino", 360),
  drink("oat-latte", "Oat latte", 430),
  drink("espresso", "Espresso", 250),
  drink("tea", "Darjeeling", 320),
  drink("mint-tea", "Fresh mint tea", 350),
  drink("chocolate", "Hot chocolate", 400),
  drink("cortado", "Cortado", 330),
  food("almond-croissant", "Almond croissant", 340),
  food("butter-croissant", "Butter croissant", 240),
  food("cinnamon-bun", "Cinnamon bun", 320),
  food("cheese-sandwich", "Cheese sandwich", 580),
  food("carrot-cake", "Carrot cake", 420),
  food("granola", "Granola bowl", 690),
  food("soup", "Soup of the day", 720),
];

export const source = {
  cafe: "lindenhof-till",
  app: "lindenhof-app",
  airline: "meridian-desk",
  bank: "old-town-branch",
  shop: "lindenhof-shop",
} as const;
