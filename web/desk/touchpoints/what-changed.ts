import type { ChangeEntry, PromiseRule } from "../../../src/touchpoints/index.ts";
import { sayRule } from "./words.ts";

/** One thing that is another now; null where there was nothing, or is nothing any more. */
export type Difference = { readonly what: string; readonly from: string | null; readonly to: string | null };

const traits = {
  name: "Name",
  stage: "Stage",
  lens: "Lens",
  element: "Element",
  channel: "Channel",
  partner: "Partner",
  visit: "Counts as a visit",
} as const;

type Row = Readonly<Record<string, unknown>>;

/** From what to what, one thing at a time. */
export function differencesIn({ what, before, after }: ChangeEntry): Difference[] {
  const [old, now] = [rowOf(before), rowOf(after)];
  if (what.startsWith("promise")) return [promiseChanged(old, now, what.startsWith("promise retired"))];
  return Object.entries(traits)
    .map(([trait, name]) => ({ what: name, from: said(old?.[trait]), to: said(now?.[trait]) }))
    .filter(({ from, to }) => from !== to);
}

/** Does it say what holds from then on, or what was so all along? */
export function isCorrection({ what }: ChangeEntry): boolean {
  return what.endsWith("correction");
}

function promiseChanged(old: Row | null, now: Row | null, retired: boolean): Difference {
  const wording = said((now ?? old)?.["wording"]) ?? "";
  // The same words promised again after they were retired begin anew.
  const was = old && (retired || !old["validUntil"]) ? sayRule(old["rule"] as PromiseRule) : null;
  return { what: `“${wording}”`, from: was, to: now && sayRule(now["rule"] as PromiseRule) };
}

function rowOf(value: unknown): Row | null {
  return typeof value === "object" && value !== null ? (value as Row) : null;
}

function said(value: unknown): string | null {
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "string" && value !== "" ? value : null;
}
