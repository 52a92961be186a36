import type { Context } from "../../foundation/context.ts";
import { readCatalogue } from "../../touchpoints/index.ts";
import { timeReader, type ReadTime } from "../csv/index.ts";

/** Reads times as they are written at a place, by its code. */
export type Clocks = (place: string | undefined) => ReadTime;

const utc = timeReader({ zone: "UTC" });

/** For bodies in which every time says its zone: no place needs to be looked up. */
export const zonedClocks: Clocks = () => utc;

/** A time without a zone is what the clocks showed at its place; at a place nobody described, what the installation's show. */
export async function placeClocks(ctx: Context): Promise<Clocks> {
  const { places, installation } = await readCatalogue(ctx, { touchpoints: [], staff: [], items: [] });
  const zones = new Map([...places.values()].map(({ code, zone }) => [code, zone]));
  const readers = new Map<string, ReadTime>();
  return (place) => {
    const zone = (place === undefined ? undefined : zones.get(place)) ?? installation.zone;
    const known = readers.get(zone);
    if (known) return known;
    const reader = timeReader({ zone });
    readers.set(zone, reader);
    return reader;
  };
}

const zoned = /[T ]\d\d.*(?:Z|[+-]\d\d(?::?\d\d)?)$/i;
const named = ["at", "version", "promisedAt", "deliveredAt", "expectedAt"];

/** Whether any time in these touches leaves its zone to the place. */
export function needsPlaces(touches: readonly unknown[]): boolean {
  return touches.some(
    (touch) =>
      typeof touch === "object" &&
      touch !== null &&
      named.some((name) => {
        const text = (touch as Record<string, unknown>)[name];
        return typeof text === "string" && !zoned.test(text);
      }),
  );
}
