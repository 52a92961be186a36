import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { Arrival, Customer, Recognition } from "../../src/recognition/index.ts";
import type { TouchPage } from "../../src/touchpoints/timeline/contract.ts";
import { ask, withQuery } from "./ask.ts";

/** Who might that be? Asked as one types; opens nobody's card. An answer belongs to its text, so a late one is never shown for another. */
export function whoMightThatBe(text: string, place: string | undefined) {
  return queryOptions({
    queryKey: ["who", place, text],
    queryFn: ({ signal }) =>
      ask<Recognition>(withQuery("/v1/recognise", { q: text, place, matchesOnly: true }), { signal }),
    enabled: text !== "",
    staleTime: 15_000,
    gcTime: 60_000,
    placeholderData: keepPreviousData,
  });
}

/** The card. Opening one is written down, so it is asked for when someone is chosen and never in advance. */
export function cardOf(customer: string, place: string | undefined) {
  return queryOptions({
    queryKey: ["card", place, customer],
    queryFn: ({ signal }) => ask<Recognition>(withQuery("/v1/recognise", { id: customer, place }), { signal }),
    staleTime: 20_000,
  });
}

export function arrivalsAt(place: string | undefined) {
  return queryOptions({
    queryKey: ["arrivals", place],
    queryFn: ({ signal }) =>
      ask<{ arrivals: Arrival[] }>(withQuery("/v1/arrivals", { place }), { signal }).then((a) => a.arrivals),
    enabled: place !== undefined,
    refetchInterval: 20_000,
  });
}

export function timelineOf(customer: string) {
  return infiniteQueryOptions({
    queryKey: ["timeline", customer],
    queryFn: ({ signal, pageParam }) =>
      ask<TouchPage>(withQuery(`/v1/customers/${customer}/timeline`, { cursor: pageParam, limit: 20 }), { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    staleTime: 20_000,
  });
}

export function customerNamed(id: string) {
  return queryOptions({
    queryKey: ["customer", id],
    queryFn: ({ signal }) => ask<Customer>(`/v1/customers/${id}`, { signal }),
  });
}
