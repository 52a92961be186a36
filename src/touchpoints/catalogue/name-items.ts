import type { Context } from "../../foundation/context.ts";
import { sql } from "../../foundation/database/sql.ts";
import { catalogueId } from "./catalogue-id.ts";

/** `namedAt`: the time of the record that names it, in milliseconds since 1970. */
export type ArrivingItem = {
  readonly source: string;
  readonly code: string;
  readonly name?: string;
  readonly namedAt?: number;
};

/** How an item is called, and on which day it was called so last. */
type Naming = { readonly name: string | null; readonly day: number };

export type NamedItem = Naming & { readonly id: string; readonly source: string; readonly code: string };

export type KnownItem = { readonly id: string; readonly name: string | null; readonly namedAt: Date | null };

export function itemId(source: string, code: string): string {
  return catalogueId("item", source, code);
}

const dayMs = 86_400_000;

/**
 * One naming of each item: what it was called last. Days are compared, and of one day the greater text wins, so that every
 * order of arrival ends with the same name, and an item that is sold all day long is not written all day long.
 */
export function lastNamed(arriving: readonly ArrivingItem[]): NamedItem[] {
  const last = new Map<string, NamedItem>();
  for (const { source, code, name = null, namedAt = 0 } of arriving) {
    const id = itemId(source, code);
    const day = name === null ? 0 : Math.floor(namedAt / dayMs) * dayMs;
    const known = last.get(id);
    if (!known || isLater({ name, day }, known)) last.set(id, { id, source, code, name, day });
  }
  return [...last.values()].sort((x, y) => (x.id < y.id ? -1 : 1));
}

function isLater(naming: Naming, known: Naming): boolean {
  if (naming.name === null || known.name === null) return known.name === null && naming.name !== null;
  if (naming.day !== known.day) return naming.day > known.day;
  return naming.name !== known.name && Buffer.compare(Buffer.from(naming.name), Buffer.from(known.name)) > 0;
}

/** The items that are new, or called otherwise or on a later day than known. */
export function newlyNamed(items: readonly NamedItem[], known: ReadonlyMap<string, KnownItem>): NamedItem[] {
  return items.filter((item) => {
    const before = known.get(item.id);
    return !before || isLater(item, { name: before.name, day: before.namedAt?.getTime() ?? 0 });
  });
}

export async function nameItems(ctx: Context, items: readonly NamedItem[]): Promise<void> {
  if (items.length === 0) return;
  const rows = sql`unnest(
    ${items.map(({ id }) => id)}::uuid[],
    ${items.map(({ source }) => source)}::text[],
    ${items.map(({ code }) => code)}::text[],
    ${items.map(({ name }) => name)}::text[],
    ${items.map(({ name, day }) => (name === null ? null : new Date(day)))}::timestamptz[]
  ) as arriving(id, source, code, name, named_at)`;
  await ctx.db.run(sql`
    insert into items (id, source, code, name, named_at)
    select id, source, code, name, named_at from ${rows} order by id
    on conflict (id) do nothing`);
  // A statement of its own: it has to see what other writers added meanwhile.
  await ctx.db.run(sql`
    update items set name = arriving.name, named_at = arriving.named_at
    from ${rows}
    where items.id = arriving.id and arriving.name is not null
      and (items.name is null
        or (arriving.named_at, arriving.name collate "C") > (items.named_at, items.name collate "C"))`);
}
