import type { Context } from "../../foundation/context.ts";
import { sql } from "../../foundation/database/sql.ts";
import type { KnownItem } from "./name-items.ts";

type Ids = {
  readonly touchpoints: readonly string[];
  readonly places: readonly string[];
  readonly staff: readonly string[];
  readonly items: readonly string[];
};

type Row = KnownItem & { readonly what: "touchpoint" | "place" | "staff" | "item" };

export type Known = {
  readonly touchpoints: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
  readonly staff: ReadonlySet<string>;
  readonly items: ReadonlyMap<string, KnownItem>;
};

/** Which of these ids the catalogue knows, and what it calls the items. */
export async function knownOf(ctx: Context, { touchpoints, places, staff, items }: Ids): Promise<Known> {
  const rows = await ctx.db.many<Row>(sql`
    select 'touchpoint' as what, id, null as name, null::timestamptz as "namedAt" from touchpoints
    where id = any(${touchpoints}::uuid[]) and valid_until is null
    union all select 'place', id, null, null from places where id = any(${places}::uuid[])
    union all select 'staff', id, null, null from staff where id = any(${staff}::uuid[])
    union all select 'item', id, name, named_at from items where id = any(${items}::uuid[])`);
  const idsOf = (what: Row["what"]) => new Set(rows.filter((row) => row.what === what).map(({ id }) => id));
  return {
    touchpoints: idsOf("touchpoint"),
    places: idsOf("place"),
    staff: idsOf("staff"),
    items: new Map(rows.filter(({ what }) => what === "item").map((row) => [row.id, row])),
  };
}
