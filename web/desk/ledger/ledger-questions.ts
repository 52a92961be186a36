import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { Ledger, LedgerPage } from "../../../src/touchpoints/ledger/contract.ts";
import { ask, withQuery } from "../../parts/ask.ts";
import { endOfDay, startOfDay } from "../../parts/day.ts";
import type { LedgerFilters } from "../filters.ts";

export function ledgerOf({ by = "promise", place, touchpoint, from, to }: LedgerFilters, zone: string) {
  const asked = { by, place, touchpoint, from: from && startOfDay(from, zone), to: to && endOfDay(to, zone) };
  return queryOptions({
    queryKey: ["ledger", asked],
    queryFn: ({ signal }) => ask<Ledger>(withQuery("/v1/ledger", asked), { signal }),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
}

/** `path` is where the server said that a figure's rows are. */
export function rowsBehind(path: string, verdict: string | undefined) {
  return infiniteQueryOptions({
    queryKey: ["ledger rows", path, verdict],
    queryFn: ({ signal, pageParam }) => {
      const [address = "", filters] = path.split("?");
      return ask<LedgerPage>(
        withQuery(address, {
          ...Object.fromEntries(new URLSearchParams(filters)),
          verdict,
          cursor: pageParam,
          limit: 50,
        }),
        { signal },
      );
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
}
