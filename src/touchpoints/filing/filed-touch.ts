import { kindOfStrength, type Identity } from "../../customers/index.ts";
import type { Context } from "../../foundation/context.ts";
import { sql } from "../../foundation/database/sql.ts";
import type { Line } from "./line.ts";
import type { Piece } from "./piece.ts";
import type { Filed, Receipt } from "./receipt.ts";

/** A message as the tables hold it: what it shows of who is who, and what it states. */
export type FiledTouch = {
  readonly place: Filed;
  readonly source: string;
  readonly identity: string;
  readonly others: readonly string[];
  readonly saidAs: readonly string[];
  readonly facts: Readonly<Record<string, string>> | null;
  readonly cancelled: boolean;
  /** Without version and content, which the receipt keeps. */
  readonly stated: Omit<Piece, "version" | "content">;
  readonly lines: readonly Line[];
};

type TouchRow = {
  identity_id: string;
  at: Date;
  id: string;
  others: string[];
  said_as: string[] | null;
  source: string;
  touchpoint_id: string;
  place_id: string | null;
  staff_id: string | null;
  channel: string;
  status: string | null;
  text: string | null;
  currency: string | null;
  amount_minor: number | null;
  promised_at: Date | null;
  delivered_at: Date | null;
  expected_at: Date | null;
  wait_promised_seconds: number | null;
  wait_actual_seconds: number | null;
  wait_perceived_seconds: number | null;
  facts: Record<string, string> | null;
  asked: string[] | null;
  cancelled: boolean;
};

type LineRow = {
  touch_id: string;
  key: string;
  item_id: string;
  quantity: number;
  amount_minor: number | null;
  version: Date;
  content: string;
};

/** The touches behind these receipts, by message. */
export async function readFiled(ctx: Context, receipts: readonly Receipt[]): Promise<Map<string, FiledTouch>> {
  const places = receipts.flatMap((receipt) => receipt.filed ?? []);
  if (places.length === 0) return new Map();
  const touches = await readTouches(ctx, places);
  const lines = groupLines(await readLines(ctx, places));
  const identities = await readIdentities(ctx, touches);
  return new Map(touches.map((row) => [row.id, filedTouch(row, lines.get(row.id) ?? [], identities)]));
}

function readTouches(ctx: Context, places: readonly Filed[]): Promise<TouchRow[]> {
  return ctx.db.many<TouchRow>(sql`
    select identity_id, at, id, others, said_as, source, touchpoint_id, place_id, staff_id, channel, status, text, currency,
      amount_minor, promised_at, delivered_at, expected_at, wait_promised_seconds, wait_actual_seconds,
      wait_perceived_seconds, facts, asked, cancelled
    from touches join ${placesAs(places)} using (identity_id, at, id)`);
}

function readLines(ctx: Context, places: readonly Filed[]): Promise<LineRow[]> {
  return ctx.db.many<LineRow>(sql`
    select touch_id, key::text as key, item_id, quantity, amount_minor, version, content::text as content
    from lines join ${placesAs(places)} on lines.identity_id = filed.identity_id and lines.at = filed.at and lines.touch_id = filed.id`);
}

function placesAs(places: readonly Filed[]) {
  return sql`unnest(
    ${places.map((place) => place.identity)}::uuid[],
    ${places.map((place) => place.at)}::timestamptz[],
    ${places.map((place) => place.id)}::uuid[]) as filed (identity_id, at, id)`;
}

async function readIdentities(ctx: Context, touches: readonly TouchRow[]): Promise<Map<string, Identity>> {
  const ids = [...new Set(touches.flatMap((row) => [row.identity_id, ...row.others, ...(row.said_as ?? [])]))];
  const rows = await ctx.db.many<{ id: string; kind: number; scope: string; value: string }>(sql`
    select id, kind, scope, value from identities where id = any(${ids}::uuid[])`);
  return new Map(rows.map((row) => [row.id, { ...row, kind: kindOfStrength(row.kind) }]));
}

function groupLines(rows: readonly LineRow[]): Map<string, Line[]> {
  const groups = new Map<string, Line[]>();
  for (const row of rows) {
    const line = {
      key: row.key,
      item: row.item_id,
      quantity: row.quantity,
      amountMinor: row.amount_minor,
      version: row.version.getTime(),
      content: row.content,
    };
    const group = groups.get(row.touch_id);
    if (group) group.push(line);
    else groups.set(row.touch_id, [line]);
  }
  return groups;
}

function filedTouch(row: TouchRow, lines: readonly Line[], identities: ReadonlyMap<string, Identity>): FiledTouch {
  return {
    place: { identity: row.identity_id, at: row.at, id: row.id },
    source: row.source,
    identity: row.identity_id,
    others: row.others,
    saidAs: row.said_as ?? [],
    facts: row.facts,
    cancelled: row.cancelled,
    lines,
    stated: statedBy(row, lines, (ids) => ids.flatMap((id) => identities.get(id) ?? [])),
  };
}

function statedBy(
  row: TouchRow,
  lines: readonly Line[],
  known: (ids: readonly string[]) => Identity[],
): FiledTouch["stated"] {
  const keys = lines.map((line) => line.key).sort();
  return {
    at: row.at.getTime(),
    identities: known([row.identity_id, ...row.others]),
    touchpointId: row.touchpoint_id,
    channel: row.channel,
    ...given({
      sameAs: row.said_as && known(row.said_as),
      placeId: row.place_id,
      staffId: row.staff_id,
      status: row.status,
      text: row.text,
      currency: row.currency,
      amountMinor: row.amount_minor,
      promisedAt: row.promised_at?.getTime(),
      deliveredAt: row.delivered_at?.getTime(),
      expectedAt: row.expected_at?.getTime(),
      waitSeconds: waitsOf(row),
      facts: row.facts,
      asked: row.asked,
      keys: keys.length > 0 ? keys : null,
    }),
  };
}

function waitsOf(row: TouchRow): Piece["waitSeconds"] {
  const waits = given({
    promised: row.wait_promised_seconds,
    actual: row.wait_actual_seconds,
    perceived: row.wait_perceived_seconds,
  });
  return Object.keys(waits).length > 0 ? waits : undefined;
}

type Given<T> = { [Field in keyof T]?: Exclude<T[Field], null | undefined> };

/** Only what was stated. */
function given<T extends object>(fields: T): Given<T> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== undefined),
  ) as Given<T>;
}
