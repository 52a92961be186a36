import type { PromiseRule } from "../../../src/touchpoints/index.ts";

/** The choices a catalogue has, in the order of a customer's way; the server refuses any other. */
export const lenses = ["service", "engagement", "experience"] as const;
export const stages = ["connect & attract", "orient", "interact", "extend & retain", "advocate"] as const;
export const elements = ["people", "place", "product and packaging", "web and technology", "price and policy"] as const;
export const channels = ["in person", "phone", "web", "email", "chat", "social", "print", "product use"] as const;

/** How a promise is judged, as one would say it. */
export function sayRule(rule: PromiseRule): string {
  if (rule.kind === "served") return `judged by the wait: at most ${sayDuration(rule.withinSeconds)}`;
  if (rule.kind === "asked nothing twice") return "judged by what was asked: nothing we knew already";
  return rule.by === "day" ? "judged by the day it was promised for" : "judged by the moment it was promised for";
}

function sayDuration(seconds: number): string {
  return seconds % 60 === 0 ? `${seconds / 60} min` : `${seconds} s`;
}
