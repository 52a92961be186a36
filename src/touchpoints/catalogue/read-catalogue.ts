import type { Context } from "../../foundation/context.ts";
import { sql, type Statement } from "../../foundation/database/sql.ts";
import type { Catalogue, Item, Place, StaffName } from "./catalogue.ts";
import { installationFrom } from "./installation.ts";
import type { TouchpointPromise } from "./promise.ts";
import type { Touchpoint } from "./touchpoint.ts";

/** Only these ids are read; a kind that is left out is read whole. */
export type Only = {
  readonly touchpoints?: readonly string[];
  readonly places?: readonly string[];
  readonly staff?: readonly string[];
  readonly items?: readonly string[];
};

type Dated<T> = Omit<T, "validFrom" | "validUntil"> & {
  readonly validFrom: string;
  readonly validUntil: string | null;
};

type Found = {
  readonly touchpoints: readonly Dated<Touchpoint>[];
  readonly promises: readonly Dated<TouchpointPromise>[];
  readonly places: readonly Place[];
  readonly staff: readonly StaffName[];
  readonly items: readonly Item[];
  readonly settings: readonly { name: string; value: unknown }[];
};

/** The catalogue as it stands, or what one batch needs of it, in one statement. */
export async function readCatalogue(ctx: Context, only: Only = {}): Promise<Catalogue> {
  const found = await ctx.db.one<Found>(everything(only));
  return {
    installation: installationFrom(found.settings),
    touchpoints: grouped(found.touchpoints.map(dated), ({ id }) => id),
    promises: grouped(found.promises.map(dated), ({ touchpointId }) => touchpointId),
    places: new Map(found.places.map((place) => [place.id, place])),
    staff: new Map(found.staff.map((person) => [person.id, person])),
    items: new Map(found.items.map((item) => [item.id, item])),
  };
}

function everything(only: Only): Statement {
  return sql`
    select
      ${listed(sql`
        select id, code, name, lens, stage, element, channel, visit, heals, partner,
          valid_from as "validFrom", valid_until as "validUntil"
        from touchpoints ${among(sql`id`, only.touchpoints)} order by id, valid_from`)} as touchpoints,
      ${listed(sql`
        select id, touchpoint_id as "touchpointId", wording, rule, valid_from as "validFrom", valid_until as "validUntil"
        from promises ${among(sql`touchpoint_id`, only.touchpoints)} order by id, valid_from`)} as promises,
      ${listed(sql`select id, code, name, zone, region, currency from places ${among(sql`id`, only.places)}`)} as places,
      ${listed(sql`select id, code, name, place_id as "placeId" from staff ${among(sql`id`, only.staff)}`)} as staff,
      ${listed(sql`select id, source, code, name from items ${among(sql`id`, only.items)}`)} as items,
      ${listed(sql`select name, value from settings where name in ('zone', 'region', 'currency')`)} as settings`;
}

function listed(rows: Statement): Statement {
  return sql`(select coalesce(jsonb_agg(row), '[]') from (${rows}) as row)`;
}

function among(column: Statement, ids: readonly string[] | undefined): Statement {
  return ids ? sql`where ${column} = any(${ids}::uuid[])` : sql``;
}

function dated<T extends Dated<object>>(
  row: T,
): Omit<T, "validFrom" | "validUntil"> & { validFrom: Date; validUntil: Date | null } {
  return {
    ...row,
    validFrom: new Date(row.validFrom),
    validUntil: row.validUntil === null ? null : new Date(row.validUntil),
  };
}

function grouped<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}
