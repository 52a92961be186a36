import { peopleOf, readSourceRank, type Person } from "../../customers/index.ts";
import type { Context } from "../../foundation/context.ts";
import { touchpointAt, zoneAt, type Catalogue } from "../catalogue/catalogue.ts";
import { readCatalogue } from "../catalogue/read-catalogue.ts";
import { linesOf, verdictsOf, type LineRow, type VerdictRow } from "./about-touches.ts";
import type { Touch, TouchPage } from "./contract.ts";
import { cursorAfter } from "./cursor.ts";
import type { TouchRow } from "./touch-rows.ts";

/** Makes a page of one row more than its limit: the row too many only says that there is a next page. */
export async function pageOf(ctx: Context, rows: readonly TouchRow[], limit: number): Promise<TouchPage> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  if (!last) return { touches: [], next: null };
  const [lines, verdicts, people] = await Promise.all([
    linesOf(ctx, shown),
    verdictsOf(ctx, shown),
    namesFor(ctx, shown),
  ]);
  const catalogue = await catalogueFor(ctx, shown, lines);
  const touches = shown.map((row) =>
    touchFrom(
      row,
      lines.filter(({ touch }) => touch === row.id),
      verdicts.filter(({ touch }) => touch === row.id),
      people,
      catalogue,
    ),
  );
  return { touches, next: rows.length > limit ? cursorAfter(last.exactly, last.identity, last.id) : null };
}

async function namesFor(ctx: Context, rows: readonly TouchRow[]): Promise<ReadonlyMap<string, Person>> {
  return peopleOf(
    ctx.db,
    rows.map(({ identity }) => identity),
    await readSourceRank(ctx.db),
  );
}

function catalogueFor(ctx: Context, rows: readonly TouchRow[], lines: readonly LineRow[]): Promise<Catalogue> {
  const some = (ids: readonly (string | null)[]): string[] => [...new Set(ids)].filter((id) => id !== null);
  return readCatalogue(ctx, {
    touchpoints: some(rows.map(({ touchpointId }) => touchpointId)),
    places: some(rows.map(({ placeId }) => placeId)),
    staff: some(rows.map(({ staffId }) => staffId)),
    items: some(lines.map(({ itemId }) => itemId)),
  });
}

function touchFrom(
  row: TouchRow,
  lines: readonly LineRow[],
  verdicts: readonly VerdictRow[],
  people: ReadonlyMap<string, Person>,
  catalogue: Catalogue,
): Touch {
  const person = people.get(row.identity);
  return {
    id: `${row.identity}.${row.id}`,
    customer: person?.customer ?? row.identity,
    name: person?.name ?? null,
    knownBy: person?.knownBy ?? null,
    at: row.at.toISOString(),
    zone: zoneAt(catalogue, row.placeId),
    touchpoint: touchpointNamed(catalogue, row),
    channel: row.channel,
    visit: row.visit,
    place: named(catalogue.places, row.placeId),
    staff: named(catalogue.staff, row.staffId),
    source: row.source,
    status: row.status,
    cancelled: row.cancelled,
    text: row.text,
    amountMinor: row.amountMinor,
    currency: row.currency,
    promisedAt: row.promisedAt?.toISOString() ?? null,
    deliveredAt: row.deliveredAt?.toISOString() ?? null,
    expectedAt: row.expectedAt?.toISOString() ?? null,
    waitSeconds: { promised: row.promised, actual: row.actual, perceived: row.perceived },
    asked: [...(row.asked ?? [])],
    lines: lines.map((line) => lineFrom(line, catalogue)),
    promises: verdicts.map((verdict) => promiseFrom(verdict, row.touchpointId, catalogue)),
  };
}

function touchpointNamed(catalogue: Catalogue, { touchpointId, at }: TouchRow): Touch["touchpoint"] {
  const touchpoint = touchpointAt(catalogue, touchpointId, at);
  return { code: touchpoint?.code ?? touchpointId, name: touchpoint?.name ?? touchpointId };
}

type Coded = { readonly code: string; readonly name: string };

function named(rows: ReadonlyMap<string, Coded>, id: string | null): Coded | null {
  if (id === null) return null;
  const row = rows.get(id);
  return { code: row?.code ?? id, name: row?.name ?? id };
}

function lineFrom({ itemId, quantity, amountMinor }: LineRow, catalogue: Catalogue): Touch["lines"][number] {
  const item = catalogue.items.get(itemId);
  return { item: item?.code ?? itemId, name: item?.name ?? item?.code ?? itemId, quantity, amountMinor };
}

function promiseFrom(
  { promiseId, verdict, dueAt, evidence }: VerdictRow,
  touchpoint: string,
  catalogue: Catalogue,
): Touch["promises"][number] {
  const wording = catalogue.promises.get(touchpoint)?.find(({ id }) => id === promiseId)?.wording ?? promiseId;
  return { wording, verdict, dueAt: dueAt?.toISOString() ?? null, evidence };
}
