import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { ReaskPage, Reasks } from "../../../src/touchpoints/asks/contract.ts";
import { ask, withQuery } from "../../parts/ask.ts";
import { endOfDay, startOfDay } from "../../parts/day.ts";
import type { ReaskFilters } from "../filters.ts";

export function reasksOf({ by = "channel", place, channel, from, to }: ReaskFilters, zone: string) {
  const asked = { by, place, channel, from: from && startOfDay(from, zone), to: to && endOfDay(to, zone) };
  return queryOptions({
    queryKey: ["reasks", asked],
    queryFn: ({ signal }) => ask<Reasks>(withQuery("/v1/reasks", asked), { signal }),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
}

/** `path` is where the server said that a figure's rows are. */
export function reasksBehind(path: string) {
  return infiniteQueryOptions({
    queryKey: ["reask rows", path],
    queryFn: ({ signal, pageParam }) => {
      const [address = "", filters] = path.split("?");
      const asked = { ...Object.fromEntries(new URLSearchParams(filters)), cursor: pageParam, limit: 50 };
      return ask<ReaskPage>(withQuery(address, asked), { signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
}
