import type { Context } from "../../foundation/context.ts";
import { cannotSay, type EstimateOrNot } from "../../statistics/estimate.ts";
import { rate } from "../../statistics/rate.ts";
import type { Catalogue } from "../catalogue/catalogue.ts";
import { placeId } from "../catalogue/ensure-codes.ts";
import { readCatalogue } from "../catalogue/read-catalogue.ts";
import { stretch } from "../ledger/judged-between.ts";
import { mondayIn, weekLater } from "../ledger/week.ts";
import type { ReaskFigure, ReaskGrouping, Reasks, ReasksQuery } from "./contract.ts";
import { countAsks, type AskCounts, type Between } from "./count-asks.ts";

/** How often customers were asked for what they had told, per hundred contacts. */
export async function reasks(ctx: Context, { by = "channel", ...query }: ReasksQuery): Promise<Reasks> {
  const between: Between = { ...query, ...stretch(query, ctx.now) };
  const catalogue = await readCatalogue(ctx, { touchpoints: [], items: [], staff: [] });
  const zone =
    (query.place === undefined ? undefined : catalogue.places.get(placeId(query.place))?.zone) ??
    catalogue.installation.zone;
  const { total, each } = await countAsks(ctx, by, between, zone);
  const figures = each.map((one) => figureFrom(by, one, between, catalogue, zone));
  return {
    by,
    from: between.from.toISOString(),
    to: between.to.toISOString(),
    total: figuresOf(total, rowsPath(between)),
    figures: figures.sort(by === "week" ? byKey : byNeed),
  };
}

/** What is asked again most often comes first, then what is called so first. */
function byNeed(a: ReaskFigure, b: ReaskFigure): number {
  return b.reasks - a.reasks || (a.name < b.name ? -1 : a.name > b.name ? 1 : byKey(a, b));
}

function byKey(a: ReaskFigure, b: ReaskFigure): number {
  return a.key < b.key ? -1 : 1;
}

type Counts = Omit<AskCounts, "key">;

function figuresOf(counts: Counts, rows: string) {
  const { reasks, asked, contacts, unheard } = counts;
  return { reasks, asked, contacts, unheard, perHundred: perHundred(counts), rows };
}

/** With fewer the interval of none at all still reaches beyond twelve in a hundred. */
const fewest = 30;

/** Where nobody says what they ask, none asked again would be no good news but no news. */
function perHundred({ reasks, squares, contacts, told }: Counts): EstimateOrNot {
  if (told === 0 && contacts === 0) return cannotSay("nobody wrote down what was asked");
  if (contacts === 0) return cannotSay("what was asked is reported here, but no contacts are");
  if (contacts < fewest)
    return cannotSay(`${contacts} ${contacts === 1 ? "contact" : "contacts"}; ${fewest} are needed`);
  return rate({ events: reasks, squares }, contacts, 100);
}

function figureFrom(
  by: ReaskGrouping,
  counts: AskCounts,
  between: Between,
  catalogue: Catalogue,
  zone: string,
): ReaskFigure {
  const { key, name, only } = named(by, counts.key, between, catalogue, zone);
  return { key, name, ...figuresOf(counts, rowsPath({ ...between, ...only })) };
}

type Named = { readonly key: string; readonly name: string; readonly only: Partial<Between> };

function named(by: ReaskGrouping, key: string | null, between: Between, catalogue: Catalogue, zone: string): Named {
  if (key === null) return { key: "", name: "no place", only: { nowhere: true } };
  if (by === "channel") return { key, name: key, only: { channel: key } };
  if (by === "week") return { key, name: `week of ${key}`, only: withinWeek(key, between, zone) };
  const place = catalogue.places.get(key);
  const code = place?.code ?? key;
  return { key: code, name: place?.name ?? code, only: { place: code } };
}

/** The part of a week that lies within what was asked for. */
function withinWeek(monday: string, { from, to }: Between, zone: string): { from: Date; to: Date } {
  const starts = mondayIn(monday, zone);
  const ends = mondayIn(weekLater(monday), zone);
  return { from: starts > from ? starts : from, to: ends < to ? ends : to };
}

function rowsPath({ from, to, channel, place, nowhere }: Between): string {
  const asked = { channel, place, nowhere: nowhere ? "true" : undefined };
  const filters = Object.entries(asked).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const search = new URLSearchParams([...filters, ["from", from.toISOString()], ["to", to.toISOString()]]);
  return `/v1/reasks/rows?${search.toString()}`;
}
