import { Temporal } from "temporal-polyfill";
import type { Context } from "../../foundation/context.ts";
import { sql } from "../../foundation/database/sql.ts";
import { inTransaction } from "../../foundation/database/transaction.ts";
import { InvalidInput, type Problem } from "../../foundation/errors.ts";
import type { Place } from "./catalogue.ts";
import { placeId } from "./ensure-codes.ts";
import { beginning } from "./touchpoint.ts";
import { refuseUnlessInCharge, rememberChange } from "./history.ts";

export type PlaceTraits = Omit<Place, "id" | "code">;

/** Says what a place is called, what its clocks show, whose telephone numbers are dialled there and what is paid with. */
export function describePlace(ctx: Context, code: string, traits: PlaceTraits): Promise<Place> {
  return inTransaction(ctx, async (ctx) => {
    refuseUnlessInCharge(ctx.actor);
    refuseUnknown(traits);
    const before = await ctx.db.maybe<Place>(sql`select ${columns} from places where code = ${code} for update`);
    const after = await writePlace(ctx, code, traits);
    const what = before ? "place: change" : "place: added";
    await rememberChange(ctx, { what, about: code, before, after, placeId: after.id, since: beginning });
    return after;
  });
}

const columns = sql`id, code, name, zone, region, currency`;

function writePlace(ctx: Context, code: string, { name, zone, region, currency }: PlaceTraits): Promise<Place> {
  return ctx.db.one<Place>(sql`
    insert into places (id, code, name, zone, region, currency)
    values (${placeId(code)}, ${code}, ${name}, ${zone}, ${region}, ${currency})
    on conflict (id) do update set
      name = excluded.name, zone = excluded.zone, region = excluded.region, currency = excluded.currency
    returning ${columns}`);
}

function refuseUnknown({ zone, region, currency }: PlaceTraits): void {
  const problems: Problem[] = [];
  if (!isZone(zone))
    problems.push({ pointer: "#/zone", detail: `"${zone}" is no time zone; name one like Europe/Lisbon` });
  if (!isNamed("region", region))
    problems.push({ pointer: "#/region", detail: `"${region}" is no country's two letters` });
  if (!isNamed("currency", currency))
    problems.push({ pointer: "#/currency", detail: `"${currency}" is no ISO 4217 currency` });
  if (problems.length > 0) throw new InvalidInput("This place cannot stand as described.", problems);
}

function isZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}

function isNamed(type: "region" | "currency", code: string): boolean {
  if (!(type === "region" ? /^[A-Z]{2}$/ : /^[A-Z]{3}$/).test(code)) return false;
  return type === "region" && code === "ZZ"
    ? true
    : new Intl.DisplayNames("en", { type, fallback: "none" }).of(code) !== undefined;
}
