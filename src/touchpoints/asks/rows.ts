import { knownBy, peopleOf, readSourceRank, seesNames, type Person } from "../../customers/index.ts";
import type { Actor, Context } from "../../foundation/context.ts";
import { sql, type Statement } from "../../foundation/database/sql.ts";
import { zoneAt, type Catalogue } from "../catalogue/catalogue.ts";
import { readCatalogue } from "../catalogue/read-catalogue.ts";
import { stretch } from "../ledger/judged-between.ts";
import { cursorAfter, readCursor } from "../timeline/cursor.ts";
import type { ReaskPage, ReaskRow, ReaskRowsQuery } from "./contract.ts";
import { within } from "./count-asks.ts";

type Row = {
  readonly identity: string;
  readonly at: Date;
  readonly exactly: string;
  readonly id: string;
  readonly channel: string;
  readonly placeId: string | null;
  readonly source: string;
  readonly again: ReaskRow["again"];
};

/** What was asked again, contact by contact, newest first; without names for those who ask after figures. */
export async function reaskRows(ctx: Context, query: ReaskRowsQuery, limit: number): Promise<ReaskPage> {
  const rows = await rowsLike(ctx, query, limit);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const catalogue = await readCatalogue(ctx, { touchpoints: [], items: [], staff: [] });
  const people = await peopleOf(
    ctx.db,
    shown.map(({ identity }) => identity),
    await readSourceRank(ctx.db),
  );
  return {
    rows: shown.map((row) => ({ ...fromRow(row, catalogue), ...whose(row, people.get(row.identity), ctx.actor) })),
    next: last && rows.length > limit ? cursorAfter(last.exactly, last.identity, last.id) : null,
  };
}

function whose({ identity }: Row, person: Person | undefined, actor: Actor) {
  const customer = person?.customer ?? identity;
  if (!seesNames(actor)) return { customer, name: null, knownBy: knownBy(customer, undefined) };
  return { customer, name: person?.name ?? null, knownBy: person?.knownBy ?? null };
}

function rowsLike(ctx: Context, query: ReaskRowsQuery, limit: number): Promise<Row[]> {
  return ctx.db.many<Row>(sql`
    select identity_id as identity, at, at::text as exactly, id, min(channel collate "C") as channel,
      min(place_id::text collate "C") as "placeId", min(source collate "C") as source,
      json_agg(json_build_object('fact', fact, 'since', known_since, 'source', known_from) order by fact collate "C") as again
    from reasks
    where ${within({ ...query, ...stretch(query, ctx.now) })}
      ${after(query.cursor)}
    group by identity_id, at, id
    order by at desc, identity_id desc, id desc
    limit ${limit + 1}`);
}

function after(cursor: string | undefined): Statement {
  if (cursor === undefined) return sql``;
  const [at, identity, id] = readCursor(cursor, 2);
  return sql`and (at, identity_id, id) < (${at}::timestamptz, ${identity}::uuid, ${id}::uuid)`;
}

function fromRow(row: Row, catalogue: Catalogue): Omit<ReaskRow, "customer" | "name" | "knownBy"> {
  const place = row.placeId === null ? null : catalogue.places.get(row.placeId);
  return {
    id: `${row.identity}.${row.id}`,
    at: row.at.toISOString(),
    zone: zoneAt(catalogue, row.placeId),
    channel: row.channel,
    place: place ? { code: place.code, name: place.name } : null,
    source: row.source,
    again: row.again.map((one) => ({ ...one, since: new Date(one.since).toISOString() })),
  };
}
