import type { Context } from "../../foundation/context.ts";
import { sql } from "../../foundation/database/sql.ts";
import { namedId } from "../../foundation/ids.ts";

/** `namedAt`: the time of the record that names it, in milliseconds since 1970. */
export type ArrivingItem = {
  readonly source: string;
  readonly code: string;
  readonly name?: string;
  readonly namedAt?: number;
};

export function itemId(source: string, code: string): string {
  return namedId("item", source, code);
}

/**
 * Adds unknown items. An item is called what it was called last: the latest time wins, at one time the greater text,
 * so that every order of arrival ends with the same name.
 */
export async function nameItems(ctx: Context, arriving: readonly ArrivingItem[]): Promise<void> {
  if (arriving.length === 0) return;
  const items = [...lastNamed(arriving)].sort(([a], [b]) => (a < b ? -1 : 1));
  const rows = sql`unnest(
    ${items.map(([id]) => id)}::uuid[],
    ${items.map(([, item]) => item.source)}::text[],
    ${items.map(([, item]) => item.code)}::text[],
    ${items.map(([, item]) => item.name ?? null)}::text[],
    ${items.map(([, item]) => namedAt(item))}::timestamptz[]) as arriving(id, source, code, name, named_at)`;
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

function lastNamed(arriving: readonly ArrivingItem[]): Map<string, ArrivingItem> {
  const last = new Map<string, ArrivingItem>();
  for (const item of arriving) {
    const id = itemId(item.source, item.code);
    const known = last.get(id);
    if (!known || isLater(item, known)) last.set(id, item);
  }
  return last;
}

function isLater(item: ArrivingItem, known: ArrivingItem): boolean {
  if (item.name === undefined || known.name === undefined) return known.name === undefined && item.name !== undefined;
  const difference = (item.namedAt ?? 0) - (known.namedAt ?? 0);
  return difference !== 0 ? difference > 0 : Buffer.compare(Buffer.from(item.name), Buffer.from(known.name)) > 0;
}

function namedAt(item: ArrivingItem): Date | null {
  return item.name === undefined ? null : new Date(item.namedAt ?? 0);
}
