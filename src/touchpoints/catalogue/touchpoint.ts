import { catalogueId } from "./catalogue-id.ts";

export const lenses = ["service", "engagement", "experience"] as const;
export const stages = ["connect & attract", "orient", "interact", "extend & retain", "advocate"] as const;
export const elements = ["people", "place", "product and packaging", "web and technology", "price and policy"] as const;
export const channels = ["in person", "phone", "web", "email", "chat", "social", "print", "product use"] as const;

export type Lens = (typeof lenses)[number];
export type Stage = (typeof stages)[number];
export type Element = (typeof elements)[number];
export type Channel = (typeof channels)[number];

/** What is true of a touchpoint for a stretch of time. */
export type TouchpointTraits = {
  readonly name: string;
  readonly lens: Lens;
  readonly stage: Stage;
  readonly element: Element;
  /** Of a touch that names none itself. */
  readonly channel: Channel;
  /** Whether a touch here counts as a visit. */
  readonly visit: boolean;
  /** Whether a touch here puts right what went wrong before. */
  readonly heals: boolean;
  /** Whose touchpoint it is when it is not ours. */
  readonly partner: string | null;
};

/** As somebody describes it; whether it heals stays as it is where nothing is said of it. */
export type DescribedTouchpoint = Omit<TouchpointTraits, "heals"> & { readonly heals?: boolean };

/** A touchpoint keeps its id for life; what is true of it holds from one moment until another. */
export type Touchpoint = TouchpointTraits & {
  readonly id: string;
  readonly code: string;
  readonly validFrom: Date;
  readonly validUntil: Date | null;
};

/** Where a touchpoint's first row starts: before any touch, so that none arrives too early to be known. */
export const beginning = new Date("1900-01-01T00:00:00Z");

export function touchpointId(code: string): string {
  return catalogueId("touchpoint", code);
}
