import type { Context } from "../../foundation/context.ts";
import { sql, type Statement } from "../../foundation/database/sql.ts";
import { placeId } from "../catalogue/ensure-codes.ts";
import type { ReaskGrouping } from "./contract.ts";

/** Which contacts are meant. `from` is included, `to` is not. */
export type Between = {
  readonly channel?: string;
  readonly place?: string;
  readonly nowhere?: boolean;
  readonly from: Date;
  readonly to: Date;
};

/** `key`: a channel, a place's id, a week's Monday; null where there was no place. */
export type AskCounts = {
  readonly key: string | null;
  /** Where somebody says what they ask: on a channel at a place at which anything was written down in this stretch. */
  readonly contacts: number;
  /** Where nobody does: of these it is not known whether anything was asked again. */
  readonly unheard: number;
  /** Facts that somebody said to have asked for. */
  readonly asked: number;
  /** How often somebody said what they asked for, were it nothing. */
  readonly told: number;
  readonly reasks: number;
  /** Over identities: the square of how often each was asked again. */
  readonly squares: number;
};

/** Weeks begin on Monday where the clocks show `zone`. All counts are of one stretch, each along its own index. */
export async function countAsks(
  ctx: Context,
  by: ReaskGrouping,
  between: Between,
  zone: string,
): Promise<{ readonly total: AskCounts; readonly each: readonly AskCounts[] }> {
  const key = keyOf(by, zone);
  const [contacts, reports, again, ofAll] = await Promise.all([
    contactsBy(ctx, key, between),
    reportsBy(ctx, key, between),
    reasksBy(ctx, key, between),
    reasksBy(ctx, sql`''`, between),
  ]);
  const heard = new Set([...contacts, ...reports].filter(({ told }) => told > 0).map(whereOf));
  const some = [
    ...contacts.map(({ contacts, ...one }) =>
      heard.has(whereOf(one)) ? { ...one, contacts } : { ...one, unheard: contacts },
    ),
    ...reports,
    ...again,
  ];
  const squares = ofAll[0]?.squares ?? 0;
  return { each: sums(some), total: { ...some.reduce(added, { key: null, ...none }), squares } };
}

type Some = Partial<AskCounts> & { readonly key: string | null };
type Heard = {
  readonly key: string | null;
  readonly channel: string;
  readonly placeId: string | null;
  readonly told: number;
  readonly asked: number;
};

function whereOf({ channel, placeId }: Pick<Heard, "channel" | "placeId">): string {
  return `${channel} ${placeId}`;
}

const none = { contacts: 0, unheard: 0, asked: 0, told: 0, reasks: 0, squares: 0 };

function sums(some: readonly Some[]): AskCounts[] {
  const counts = new Map<string | null, AskCounts>();
  for (const more of some) {
    const { key } = more;
    const before = counts.get(key) ?? { key, ...none };
    counts.set(key, added(before, more));
  }
  return [...counts.values()];
}

function added(counts: AskCounts, more: Some): AskCounts {
  return {
    key: counts.key,
    contacts: counts.contacts + (more.contacts ?? 0),
    unheard: counts.unheard + (more.unheard ?? 0),
    asked: counts.asked + (more.asked ?? 0),
    told: counts.told + (more.told ?? 0),
    reasks: counts.reasks + (more.reasks ?? 0),
    squares: counts.squares + (more.squares ?? 0),
  };
}

function contactsBy(
  ctx: Context,
  key: Statement,
  between: Between,
): Promise<(Heard & { readonly contacts: number })[]> {
  return ctx.db.many(sql`
    select ${key} as key, channel, place_id as "placeId", count(*) as contacts, count(asked) as told,
      coalesce(sum(cardinality(asked)), 0)::int8 as asked
    from touches
    where ${within(between)} and not cancelled
    group by 1, 2, 3`);
}

function reportsBy(ctx: Context, key: Statement, between: Between): Promise<Heard[]> {
  return ctx.db.many(sql`
    select ${key} as key, channel, place_id as "placeId", count(*) as told, count(*) as asked
    from asks
    where ${within(between)}
    group by 1, 2, 3`);
}

function reasksBy(ctx: Context, key: Statement, between: Between): Promise<Some[]> {
  return ctx.db.many<Some>(sql`
    with of_one as (
      select ${key} as key, identity_id, count(*) as often
      from reasks
      where ${within(between)}
      group by 1, 2
    )
    select key, sum(often)::int8 as reasks, sum(often * often)::int8 as squares from of_one group by 1`);
}

function keyOf(by: ReaskGrouping, zone: string): Statement {
  if (by === "channel") return sql`channel`;
  if (by === "place") return sql`place_id::text`;
  return sql`to_char(date_trunc('week', at at time zone ${zone}), 'YYYY-MM-DD')`;
}

/** The condition, without "where": touches, reports and what was asked again have these columns in common. */
export function within({ channel, place, nowhere, from, to }: Between): Statement {
  return sql`at >= ${from}::timestamptz and at < ${to}::timestamptz
    ${channel === undefined ? sql`` : sql`and channel = ${channel}`}
    ${place === undefined ? sql`` : sql`and place_id = ${placeId(place)}`}
    ${nowhere ? sql`and place_id is null` : sql``}`;
}
