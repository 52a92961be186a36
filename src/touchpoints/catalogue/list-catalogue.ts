import type { Context } from "../../foundation/context.ts";
import { sql } from "../../foundation/database/sql.ts";
import { touchpointAt, type Catalogue } from "./catalogue.ts";
import type { PlaceEntry, TouchpointEntry } from "./contract.ts";
import type { TouchpointPromise } from "./promise.ts";
import { readCatalogue } from "./read-catalogue.ts";

/** Every touchpoint as it is now, by name, with all that was ever promised there. */
export async function listTouchpoints(ctx: Context): Promise<TouchpointEntry[]> {
  const catalogue = await readCatalogue(ctx, { places: [], staff: [], items: [] });
  const entries = [...catalogue.touchpoints.keys()].map((id) => entryOf(catalogue, id, ctx.now));
  return entries.sort((x, y) => (x.name < y.name ? -1 : x.name > y.name ? 1 : x.code < y.code ? -1 : 1));
}

function entryOf(catalogue: Catalogue, id: string, now: Date): TouchpointEntry {
  const { code, name, lens, stage, element, channel, visit, heals, partner, validFrom } = touchpointAt(
    catalogue,
    id,
    now,
  )!;
  const promises = (catalogue.promises.get(id) ?? []).map(promiseEntry);
  const traits = { code, name, lens, stage, element, channel, visit, heals, partner };
  return { ...traits, validFrom: validFrom.toISOString(), promises };
}

export function promiseEntry({
  id,
  wording,
  rule,
  validFrom,
  validUntil,
}: TouchpointPromise): TouchpointEntry["promises"][number] {
  return { id, wording, rule, validFrom: validFrom.toISOString(), validUntil: validUntil?.toISOString() ?? null };
}

export function listPlaces(ctx: Context): Promise<PlaceEntry[]> {
  return ctx.db.many<PlaceEntry>(sql`
    select code, name, zone, region, currency, simulated from places order by name collate "C", code collate "C"`);
}
