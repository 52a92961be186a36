import type { Naming } from "../../customers/index.ts";
import type { Context } from "../../foundation/context.ts";
import type { Catalogue } from "../catalogue/catalogue.ts";
import { ensureCodes, placeId } from "../catalogue/ensure-codes.ts";
import { readCatalogue } from "../catalogue/read-catalogue.ts";
import { touchpointId } from "../catalogue/touchpoint.ts";
import type { ArrivingRecord } from "../record.ts";

/** What a batch names, added to the catalogue where it is new, and the part of the catalogue that judging needs. */
export async function catalogueFor(ctx: Context, records: readonly ArrivingRecord[]): Promise<Catalogue> {
  const touchpoints = new Map(records.map(({ touchpoint, channel }) => [touchpoint, { code: touchpoint, channel }]));
  const places = new Set(records.flatMap(({ place }) => place ?? []));
  await ensureCodes(ctx, {
    touchpoints: [...touchpoints.values()],
    places: [...places],
    staff: [...new Set(records.flatMap(({ staff }) => staff ?? []))],
    items: itemsOf(records),
  });
  return readCatalogue(ctx, {
    touchpoints: [...touchpoints.keys()].map(touchpointId),
    places: [...places].map(placeId),
    staff: [],
    items: [],
  });
}

function itemsOf(records: readonly ArrivingRecord[]) {
  return records.flatMap(({ source, at, lines = [] }) =>
    lines.map(({ item, name }) => ({ source, code: item, name, namedAt: at ?? 0 })),
  );
}

/** A telephone number without a country is read in the region of the place where it was noted. */
export function namingAt(record: ArrivingRecord, catalogue: Catalogue, naming: Naming): Naming {
  const region = record.place === undefined ? undefined : catalogue.places.get(placeId(record.place))?.region;
  return region === undefined ? naming : { key: naming.key, region };
}
