import type { ReaskGrouping } from "../../src/touchpoints/asks/contract.ts";
import type { Grouping } from "../../src/touchpoints/ledger/contract.ts";

/** What is asked of the timeline and the ledger. It lives in the address, so that a question can be sent to a colleague. */
export type Filters = {
  readonly place?: string;
  readonly touchpoint?: string;
  readonly staff?: string;
  readonly channel?: string;
  readonly verdict?: "kept" | "broken" | "unknown";
  /** Days as they are written on a calendar, both included. */
  readonly from?: string;
  readonly to?: string;
};

export type LedgerFilters = Omit<Filters, "verdict" | "staff" | "channel"> & {
  readonly by?: Grouping;
  /** Whose rows lie open: the key of a figure, or "total". */
  readonly rows?: string;
  readonly verdict?: "kept" | "broken" | "unknown";
};

export type ReaskFilters = Pick<Filters, "place" | "channel" | "from" | "to"> & {
  readonly by?: ReaskGrouping;
  /** Whose rows lie open: the key of a figure, or "total". */
  readonly rows?: string;
};

const groupings: readonly Grouping[] = ["promise", "touchpoint", "place", "week"];
const verdicts = ["kept", "broken", "unknown"] as const;

export function timelineFilters(search: Record<string, unknown>): Filters {
  return set({
    place: text(search["place"]),
    touchpoint: text(search["touchpoint"]),
    staff: text(search["staff"]),
    verdict: verdicts.find((verdict) => verdict === search["verdict"]),
    from: day(search["from"]),
    to: day(search["to"]),
  });
}

export function ledgerFilters(search: Record<string, unknown>): LedgerFilters {
  const { staff: _, ...filters } = timelineFilters(search);
  return set({ ...filters, by: groupings.find((by) => by === search["by"]), rows: text(search["rows"]) });
}

const reaskGroupings: readonly ReaskGrouping[] = ["channel", "place", "week"];

export function reaskFilters(search: Record<string, unknown>): ReaskFilters {
  return set({
    place: text(search["place"]),
    channel: text(search["channel"]),
    from: day(search["from"]),
    to: day(search["to"]),
    by: reaskGroupings.find((by) => by === search["by"]),
    // The key of what happened at no place is empty.
    rows: typeof search["rows"] === "string" ? search["rows"].slice(0, 200) : undefined,
  });
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" && value.length <= 200 ? value : undefined;
}

function day(value: unknown): string | undefined {
  return typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))
    ? value
    : undefined;
}

/** Without what is not set, so that the address stays short. */
function set<Search extends object>(search: Search): Search {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as Search;
}
