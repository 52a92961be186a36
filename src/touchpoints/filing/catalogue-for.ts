import type { Naming } from "../../customers/index.ts";
import type { Context } from "../../foundation/context.ts";
import { placeId, type Catalogue } from "../catalogue/catalogue.ts";
import { ensureCodes } from "../catalogue/ensure-codes.ts";
import { readCatalogue } from "../catalogue/read-catalogue.ts";
import { touchpointId } from "../catalogue/touchpoint.ts";
import type { ArrivingRecord } from "../record.ts";

/**
 * The part of the catalogue that a batch needs. What it names for the first time is added before its transaction, so
 * that writers never wait for each other over a popular item.
 */
export async function catalogueFor(ctx: Context, records: readonly ArrivingRecord[]): Promise<Catalogue> {
  const touchpoints = new Map(records.map(({ touchpoint, channel }) => [touchpoint, { code: touchpoint, channel }]));
  const places = [...new Set(records.flatMap(({ place }) => place ?? []))];
  const needed = { touchpoints: [...touchpoints.keys()].map(touchpointId), places: places.map(placeId) };
  const read = () => readCatalogue(ctx, { ...needed, staff: [], items: [] });
  const ensured = ensureCodes(ctx, {
    touchpoints: [...touchpoints.values()],
    places,
    staff: [...new Set(records.flatMap(({ staff }) => staff ?? []))],
    items: records.flatMap(({ source, at, lines = [] }) =>
      lines.map(({ item, name }) => ({ source, code: item, name, namedAt: at ?? 0 })),
    ),
  });
  // Nearly always everything is known: both questions travel at once.
  const [catalogue] = await Promise.all([read(), ensured]);
  const isWhole =
    needed.touchpoints.every((id) => catalogue.touchpoints.has(id)) &&
    needed.places.every((id) => catalogue.places.has(id));
  return isWhole ? catalogue : read();
}

/** A telephone number without a country is read in the region of the place where it was noted. */
export function namingAt(record: ArrivingRecord, catalogue: Catalogue, naming: Naming): Naming {
  const region = record.place === undefined ? undefined : catalogue.places.get(placeId(record.place))?.region;
  return region === undefined ? naming : { key: naming.key, region };
}
