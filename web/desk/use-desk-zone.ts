import { useHere, usePlaces } from "../parts/places.ts";

/** In which zone a calendar day begins and ends: that of the chosen place, else of the place where this device stands. */
export function useDeskZone(place: string | undefined): string {
  const chosen = usePlaces().find(({ code }) => code === place);
  const { here } = useHere();
  return chosen?.zone ?? here?.zone ?? "UTC";
}
