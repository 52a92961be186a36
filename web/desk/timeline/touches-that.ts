import { infiniteQueryOptions, keepPreviousData } from "@tanstack/react-query";
import type { TouchPage } from "../../../src/touchpoints/timeline/contract.ts";
import { ask, withQuery } from "../../parts/ask.ts";
import { endOfDay, startOfDay } from "../../parts/day.ts";
import type { Filters } from "../filters.ts";

const perPage = 100;

/** The touches that fit the filters, a page at a time; each page begins where the last one ended, however much came in since. */
export function touchesThat({ place, touchpoint, staff, verdict, from, to }: Filters, zone: string) {
  const asked = {
    place,
    touchpoint,
    staff,
    verdict,
    from: from && startOfDay(from, zone),
    to: to && endOfDay(to, zone),
    limit: perPage,
  };
  return infiniteQueryOptions({
    queryKey: ["touches", asked],
    queryFn: ({ signal, pageParam }) =>
      ask<TouchPage>(withQuery("/v1/touches", { ...asked, cursor: pageParam }), { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
    staleTime: 30_000,
  });
}
