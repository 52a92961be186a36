import type { ToldFact } from "../customers/index.ts";
import { sql } from "../foundation/database/sql.ts";
import type { Reader } from "../foundation/database/pipelined.ts";

/** A contact as the card needs it. Times are milliseconds since 1970. */
export type SeenTouch = {
  readonly id: string;
  readonly at: number;
  readonly visit: boolean;
  readonly touchpointId: string;
  readonly placeId: string | null;
  readonly staffId: string | null;
  readonly items: readonly string[];
};

export type NotKept = {
  readonly identity: string;
  readonly touch: string;
  readonly at: string;
  readonly promise: string;
  readonly touchpoint: string;
  readonly verdict: "broken" | "unknown";
  readonly dueAt: string | null;
  readonly says: string | null;
};

export type KnownIdentity = {
  readonly id: string;
  readonly kind: number;
  readonly scope: string;
  readonly value: string;
  readonly shared: boolean;
  /** Milliseconds since 1970. */
  readonly firstSeen: number;
};

/** Everything that a card is made of; touches are the latest 400, latest first, without cancelled ones. */
export type Gathered = {
  readonly touches: readonly SeenTouch[];
  readonly notKept: readonly NotKept[];
  readonly facts: readonly ToldFact[];
  readonly identities: readonly KnownIdentity[];
};

type Row = {
  seen: string | null;
  bought: string | null;
  judged: readonly NotKept[] | null;
  told: readonly ToldFact[] | null;
  known: readonly KnownIdentity[] | null;
};

/**
 * One statement for the whole card: $1 the members, as the identity's row holds them, $2 the moment. Touches and lines
 * come as text, a line each: twenty rows of seven columns cost the driver five times as much (November 2026). Written
 * once, with its binds by number: putting it together for every card takes 30 µs.
 */
const everything = sql`
  with seen as materialized (
    select id, at, visit, touchpoint_id, place_id, staff_id, expected_at, cancelled
    from touches
    where identity_id = any($1::uuid[]) and at <= $2::timestamptz
    order by at desc, identity_id, id
    limit 400
  ),
  bought as (
    select touch_id, item_id
    from lines
    where identity_id = any($1::uuid[]) and at <= $2::timestamptz and at >= (select min(at) from seen) and quantity > 0
  ),
  judged as (
    select identity_id as identity, touch_id as touch, at, promise_id as promise, touchpoint_id as touchpoint, verdict,
      due_at as "dueAt", evidence ->> 'says' as says
    from verdicts
    where identity_id = any($1::uuid[]) and at <= $2::timestamptz
      and (verdict = 'broken' or (verdict = 'unknown' and due_at is not null))
    order by at desc, identity_id, touch_id, promise_id
    limit 50
  ),
  told as (
    select id, name, value, source, scope, 1000 * date_part('epoch', first_observed_at) as since,
      1000 * date_part('epoch', observed_at) as "observedAt", 1000 * date_part('epoch', fresh_until) as "freshUntil"
    from facts
    where identity_id = any($1::uuid[]) and first_observed_at <= $2::timestamptz
  ),
  known as (
    select id, kind, scope, value, shared, 1000 * date_part('epoch', first_seen) as "firstSeen"
    from identities
    where id = any($1::uuid[])
  )
  select
    (select string_agg(concat(date_part('epoch', at), ' ', id, ' ', touchpoint_id, ' ', place_id, ' ', staff_id, ' ',
      visit, ' ', date_part('epoch', expected_at)), '/') from seen where not cancelled) as seen,
    (select string_agg(concat(touch_id, ' ', item_id), '/') from bought) as bought,
    (select json_agg(judged) from judged) as judged,
    (select json_agg(told) from told) as told,
    (select json_agg(known) from known) as known`;

export async function gather(db: Reader, members: string, at: Date): Promise<Gathered> {
  const row = await db.one<Row>({ text: everything.text, values: [members, at.toISOString()] });
  return {
    touches: touchesFrom(row.seen, basketsFrom(row.bought), at.getTime()),
    notKept: row.judged ?? [],
    facts: row.told ?? [],
    identities: row.known ?? [],
  };
}

function basketsFrom(text: string | null): ReadonlyMap<string, readonly string[]> {
  const baskets = new Map<string, string[]>();
  for (const row of text?.split("/") ?? []) {
    const [touch, item] = [row.slice(0, 36), row.slice(37)];
    const basket = baskets.get(touch);
    if (!basket) baskets.set(touch, [item]);
    else if (!basket.includes(item)) basket.push(item);
  }
  return baskets;
}

const nothing: readonly string[] = [];

function touchesFrom(text: string | null, baskets: ReadonlyMap<string, readonly string[]>, now: number): SeenTouch[] {
  const touches = (text?.split("/") ?? []).map((row): SeenTouch => {
    const [at, id, touchpointId, placeId, staffId, visit, expectedAt] = row.split(" ") as [
      string,
      string,
      string,
      string,
      string,
      string,
      string,
    ];
    return {
      id,
      at: Math.round(Number(at) * 1000),
      // A booking for later is no visit yet.
      visit: visit === "t" && (expectedAt === "" || Number(expectedAt) * 1000 <= now),
      touchpointId,
      placeId: placeId || null,
      staffId: staffId || null,
      items: baskets.get(id) ?? nothing,
    };
  });
  return touches.sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1));
}
