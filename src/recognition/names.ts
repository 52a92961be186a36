import type { Catalogue } from "../touchpoints/index.ts";

/** Names of catalogue rows as they are in memory. What is not there yet, or not any more, is called by its id. */
export function touchpointName(catalogue: Catalogue, id: string): string {
  return catalogue.touchpoints.get(id)?.at(-1)?.name ?? id;
}

export function placeName(catalogue: Catalogue, id: string | null): string | null {
  return id === null ? null : (catalogue.places.get(id)?.name ?? id);
}

export function itemName(catalogue: Catalogue, id: string): string {
  const item = catalogue.items.get(id);
  return item?.name ?? item?.code ?? id;
}

export function staffName(catalogue: Catalogue, id: string): string {
  return catalogue.staff.get(id)?.name ?? id;
}

export function wordingOf(catalogue: Catalogue, touchpointId: string, promiseId: string): string {
  return catalogue.promises.get(touchpointId)?.find(({ id }) => id === promiseId)?.wording ?? promiseId;
}
