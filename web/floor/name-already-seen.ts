import type { QueryClient } from "@tanstack/react-query";
import type { Arrival, Recognition } from "../../src/recognition/index.ts";

/** The name that was pressed is on the screen at once, before the card answers. */
export function nameAlreadySeen(cache: QueryClient, customer: string): string | null {
  const arrivals = cache.getQueriesData<Arrival[]>({ queryKey: ["arrivals"] }).flatMap(([, list]) => list ?? []);
  const matches = cache
    .getQueriesData<Recognition>({ queryKey: ["who"] })
    .flatMap(([, answer]) => answer?.matches ?? []);
  return [...arrivals, ...matches].find((someone) => someone.customer === customer)?.name ?? null;
}
