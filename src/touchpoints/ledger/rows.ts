import { knownBy, peopleOf, readSourceRank, seesNames, type Person } from "../../customers/index.ts";
import type { Actor, Context } from "../../foundation/context.ts";
import { sql, type Statement } from "../../foundation/database/sql.ts";
import { touchpointAt, zoneAt, type Catalogue } from "../catalogue/catalogue.ts";
import { readCatalogue } from "../catalogue/read-catalogue.ts";
import { cursorAfter, readCursor } from "../timeline/cursor.ts";
import type { LedgerPage, LedgerRow, LedgerRowsQuery } from "./contract.ts";
import { judgedBetween, stretch } from "./judged-between.ts";

type Row = {
  readonly identity: string;
  readonly at: Date;
  readonly exactly: string;
  readonly touch: string;
  readonly promiseId: string;
  readonly verdict: LedgerRow["verdict"];
  readonly dueAt: Date | null;
  readonly evidence: unknown;
  readonly placeId: string | null;
  readonly touchpointId: string;
};

/** The verdicts behind a figure, newest first; without names for those who ask after figures, not after people. */
export async function ledgerRows(ctx: Context, query: LedgerRowsQuery, limit: number): Promise<LedgerPage> {
  const rows = await verdictRows(ctx, query, limit);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const catalogue = await readCatalogue(ctx, { items: [], staff: [] });
  const people = await peopleOf(
    ctx.db,
    shown.map(({ identity }) => identity),
    await readSourceRank(ctx.db),
  );
  return {
    rows: shown.map((row) => ({ ...fromRow(row, catalogue), ...whose(row, people.get(row.identity), ctx.actor) })),
    next: last && rows.length > limit ? cursorAfter(last.exactly, last.identity, last.touch, last.promiseId) : null,
  };
}

function whose({ identity }: Row, person: Person | undefined, actor: Actor) {
  const customer = person?.customer ?? identity;
  if (!seesNames(actor)) return { customer, name: null, knownBy: knownBy(customer, undefined) };
  return { customer, name: person?.name ?? null, knownBy: person?.knownBy ?? null };
}

function verdictRows(ctx: Context, query: LedgerRowsQuery, limit: number): Promise<Row[]> {
  return ctx.db.many<Row>(sql`
    select identity_id as identity, at, at::text as exactly, touch_id as touch, promise_id as "promiseId", verdict, due_at as "dueAt",
      evidence, place_id as "placeId", touchpoint_id as "touchpointId"
    from verdicts
    where ${judgedBetween({ ...query, ...stretch(query, ctx.now) })}
      ${query.verdict === undefined ? sql`` : sql`and verdict = ${query.verdict}`}
      ${query.nowhere ? sql`and place_id is null` : sql``}
      ${after(query.cursor)}
    order by at desc, identity_id desc, touch_id desc, promise_id desc
    limit ${limit + 1}`);
}

function after(cursor: string | undefined): Statement {
  if (cursor === undefined) return sql``;
  const [at, identity, touch, promise] = readCursor(cursor, 3);
  return sql`and (at, identity_id, touch_id, promise_id) < (${at}::timestamptz, ${identity}::uuid, ${touch}::uuid, ${promise}::uuid)`;
}

function fromRow(row: Row, catalogue: Catalogue): Omit<LedgerRow, "customer" | "name" | "knownBy"> {
  const touchpoint = touchpointAt(catalogue, row.touchpointId, row.at);
  const place = row.placeId === null ? null : catalogue.places.get(row.placeId);
  const promise = catalogue.promises.get(row.touchpointId)?.find(({ id }) => id === row.promiseId);
  return {
    touch: `${row.identity}.${row.touch}`,
    at: row.at.toISOString(),
    zone: zoneAt(catalogue, row.placeId),
    touchpoint: { code: touchpoint?.code ?? row.touchpointId, name: touchpoint?.name ?? row.touchpointId },
    place: place ? { code: place.code, name: place.name } : null,
    promise: promise?.wording ?? row.promiseId,
    verdict: row.verdict,
    dueAt: row.dueAt?.toISOString() ?? null,
    evidence: row.evidence,
  };
}
