import type { Context } from "../../foundation/context.ts";
import { proportion } from "../../statistics/proportion.ts";
import type { Catalogue } from "../catalogue/catalogue.ts";
import { placeId } from "../catalogue/ensure-codes.ts";
import { readCatalogue } from "../catalogue/read-catalogue.ts";
import type { Grouping, Ledger, LedgerFigure, LedgerQuery } from "./contract.ts";
import { countVerdicts, type Counts } from "./count-verdicts.ts";
import { stretch, type Judged } from "./judged-between.ts";
import { mondayIn, weekLater } from "./week.ts";

/** What was promised and what became of it. A figure counts what was kept of what could be judged. */
export async function promiseLedger(ctx: Context, { by = "promise", ...query }: LedgerQuery): Promise<Ledger> {
  const judged: Judged = { ...query, ...stretch(query, ctx.now) };
  const catalogue = await readCatalogue(ctx, { items: [], staff: [] });
  const zone =
    (query.place === undefined ? undefined : catalogue.places.get(placeId(query.place))?.zone) ??
    catalogue.installation.zone;
  const counts = await countVerdicts(ctx, by, judged, zone);
  const figures = counts.map((one) => figureFrom(by, one, judged, catalogue, zone));
  return {
    by,
    from: judged.from.toISOString(),
    to: judged.to.toISOString(),
    total: shareOf(sum(counts), rowsPath(judged)),
    figures: by === "week" ? figures : figures.sort(byNeed),
  };
}

/** What is broken most often comes first, then what is called so first. */
function byNeed(a: LedgerFigure, b: LedgerFigure): number {
  return b.broken - a.broken || (a.name < b.name ? -1 : a.name > b.name ? 1 : a.key < b.key ? -1 : 1);
}

function sum(counts: readonly Counts[]): Pick<Counts, "kept" | "broken" | "unknown"> {
  const total = { kept: 0, broken: 0, unknown: 0 };
  for (const { kept, broken, unknown } of counts) {
    total.kept += kept;
    total.broken += broken;
    total.unknown += unknown;
  }
  return total;
}

function shareOf({ kept, broken, unknown }: Pick<Counts, "kept" | "broken" | "unknown">, rows: string) {
  return { kept, broken, unknown, share: proportion(kept, kept + broken), rows };
}

function figureFrom(by: Grouping, counts: Counts, judged: Judged, catalogue: Catalogue, zone: string): LedgerFigure {
  const { key, name, only } = named(by, counts, judged, catalogue, zone);
  return { key, name, ...shareOf(counts, rowsPath({ ...judged, ...only })) };
}

type Named = {
  readonly key: string;
  readonly name: string;
  readonly only: Partial<Judged> & { readonly nowhere?: boolean };
};

function named(by: Grouping, { key, touchpointId }: Counts, judged: Judged, catalogue: Catalogue, zone: string): Named {
  if (key === null) return { key: "", name: "no place", only: { nowhere: true } };
  if (by === "promise") return { key, name: promiseName(catalogue, touchpointId, key), only: { promise: key } };
  if (by === "week") return { key, name: `week of ${key}`, only: withinWeek(key, judged, zone) };
  const row = by === "place" ? catalogue.places.get(key) : catalogue.touchpoints.get(key)?.at(-1);
  const code = row?.code ?? key;
  return { key: code, name: row?.name ?? code, only: { [by]: code } };
}

function promiseName(catalogue: Catalogue, touchpoint: string | null, id: string): string {
  const wording = catalogue.promises.get(touchpoint ?? "")?.find((promise) => promise.id === id)?.wording ?? id;
  const where = catalogue.touchpoints.get(touchpoint ?? "")?.at(-1)?.name;
  return where === undefined ? wording : `${where}: ${wording}`;
}

/** The part of a week that lies within what was asked for. */
function withinWeek(monday: string, { from, to }: Judged, zone: string): { from: Date; to: Date } {
  const starts = mondayIn(monday, zone);
  const ends = mondayIn(weekLater(monday), zone);
  return { from: starts > from ? starts : from, to: ends < to ? ends : to };
}

function rowsPath({ from, to, touchpoint, place, promise, nowhere }: Judged & { readonly nowhere?: boolean }): string {
  const asked = { touchpoint, place, promise, nowhere: nowhere ? "true" : undefined };
  const filters = Object.entries(asked).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const search = new URLSearchParams([...filters, ["from", from.toISOString()], ["to", to.toISOString()]]);
  return `/v1/ledger/rows?${search.toString()}`;
}
