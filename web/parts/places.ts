import { queryOptions, useQuery } from "@tanstack/react-query";
import type { PlaceEntry } from "../../src/touchpoints/index.ts";
import { ask } from "./ask.ts";
import { useMe } from "./use-me.ts";
import { useRememberedPlace } from "./remembered-place.ts";

export type Place = PlaceEntry;

export const places = queryOptions({
  queryKey: ["places"],
  queryFn: ({ signal }) => ask<{ places: Place[] }>("/v1/places", { signal }).then((answer) => answer.places),
  staleTime: 5 * 60_000,
});

const none: readonly Place[] = [];

export function usePlaces(): readonly Place[] {
  return useQuery(places).data ?? none;
}

/** Where this device stands: as it remembers, else where the employee works, else the first place there is. */
export function useHere(): { here: Place | undefined; choose: (place: string) => void; none: boolean } {
  const { data } = useQuery(places);
  const all = data ?? none;
  const home = useMe()?.staff.place;
  const [remembered, choose] = useRememberedPlace();
  const here = all.find((place) => place.code === remembered) ?? all.find((place) => place.code === home) ?? all[0];
  return { here, choose, none: data?.length === 0 };
}
