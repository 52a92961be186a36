import type { Naming } from "../../customers/index.ts";
import type { Context } from "../../foundation/context.ts";
import { sql } from "../../foundation/database/sql.ts";
import type { Catalogue } from "../catalogue/catalogue.ts";
import { ensureCodes, placeId, staffId } from "../catalogue/ensure-codes.ts";
import { itemId, type ArrivingItem } from "../catalogue/name-items.ts";
import { readCatalogue } from "../catalogue/read-catalogue.ts";
import { touchpointId } from "../catalogue/touchpoint.ts";
import type { ArrivingRecord } from "../record.ts";

/** What the records of a batch name, each once. */
type Named = {
  readonly touchpoints: ReadonlyMap<string, { readonly code: string; readonly channel?: string }>;
  readonly places: ReadonlyMap<string, string>;
  readonly staff: ReadonlyMap<string, string>;
  readonly items: ReadonlyMap<string, ArrivingItem>;
};

/**
 * The part of the catalogue that a batch needs. What it names for the first time is added before its transaction, so
 * that writers never wait for each other over a popular item; a batch of known names only reads.
 */
export async function catalogueFor(ctx: Context, records: readonly ArrivingRecord[]): Promise<Catalogue> {
  const named = namedIn(records);
  const catalogue = await readFor(ctx, named);
  const items = await newItems(ctx, named.items);
  const touchpoints = [...named.touchpoints].flatMap(([id, one]) => (catalogue.touchpoints.has(id) ? [] : [one]));
  const places = [...named.places].flatMap(([id, code]) => (catalogue.places.has(id) ? [] : [code]));
  const staff = [...named.staff].flatMap(([id, code]) => (catalogue.staff.has(id) ? [] : [code]));
  if (touchpoints.length + places.length + staff.length + items.length === 0) return catalogue;
  await ensureCodes(ctx, { touchpoints, places, staff, items });
  return readFor(ctx, named);
}

/** A telephone number without a country is read in the region of the place where it was noted. */
export function namingAt(record: ArrivingRecord, catalogue: Catalogue, naming: Naming): Naming {
  const region = record.place === undefined ? undefined : catalogue.places.get(placeId(record.place))?.region;
  return region === undefined ? naming : { key: naming.key, region };
}

function namedIn(records: readonly ArrivingRecord[]): Named {
  const touchpoints = new Map<string, { code: string; channel?: string }>();
  for (const { touchpoint: code, channel } of records) touchpoints.set(touchpointId(code), { code, channel });
  const places = new Set(records.flatMap(({ place }) => place ?? []));
  const staff = new Set(records.flatMap(({ staff }) => staff ?? []));
  return {
    touchpoints,
    places: new Map([...places].map((code) => [placeId(code), code])),
    staff: new Map([...staff].map((code) => [staffId(code), code])),
    items: itemsIn(records),
  };
}

/** Each item as it was called last in this batch. */
function itemsIn(records: readonly ArrivingRecord[]): Map<string, ArrivingItem> {
  const last = new Map<string, ArrivingItem>();
  const ids = new Map<string, string>();
  for (const { source, at, lines = [] } of records)
    for (const { item: code, name } of lines) {
      const id = ids.get(`${source} ${code}`) ?? itemId(source, code);
      ids.set(`${source} ${code}`, id);
      const item = { source, code, name, namedAt: at ?? 0 };
      if (isCalledLater(item, last.get(id))) last.set(id, item);
    }
  return last;
}

function isCalledLater(item: ArrivingItem, than: ArrivingItem | undefined): boolean {
  if (!than) return true;
  if (item.name === undefined) return false;
  const difference = item.namedAt! - than.namedAt!;
  return than.name === undefined || difference > 0 || (difference === 0 && item.name > than.name);
}

function readFor(ctx: Context, named: Named): Promise<Catalogue> {
  const ids = (map: ReadonlyMap<string, unknown>): string[] => [...map.keys()];
  return readCatalogue(ctx, {
    touchpoints: ids(named.touchpoints),
    places: ids(named.places),
    staff: ids(named.staff),
    items: [],
  });
}

/** Items that are unknown, or that may be called something else from now on. */
async function newItems(ctx: Context, items: ReadonlyMap<string, ArrivingItem>): Promise<ArrivingItem[]> {
  if (items.size === 0) return [];
  const rows = await ctx.db.many<{ id: string; name: string | null; named_at: Date | null }>(sql`
    select id, name, named_at from items where id = any(${[...items.keys()]}::uuid[])`);
  const known = new Map(rows.map((row) => [row.id, row]));
  return [...items].flatMap(([id, item]) => {
    const before = known.get(id);
    const isOld =
      before && (item.name === undefined || before.name === item.name || item.namedAt! < Number(before.named_at));
    return isOld ? [] : [item];
  });
}
