import type { Context } from "../../foundation/context.ts";
import { sql, type Statement } from "../../foundation/database/sql.ts";
import { readCatalogue } from "../catalogue/read-catalogue.ts";
import type { Catalogue } from "../catalogue/catalogue.ts";
import type { JudgedTouch } from "./rule.ts";

/** A touch as it stands, with where it was: which promises hold for it, and what the clocks showed. */
export type StandingTouch = JudgedTouch & {
  readonly identity: string;
  readonly id: string;
  readonly touchpointId: string;
  readonly placeId: string | null;
  readonly visit: boolean;
};

type Row = Omit<StandingTouch, "waitSeconds"> & {
  readonly promised: number | null;
  readonly actual: number | null;
  readonly perceived: number | null;
};

/** `which` ends the statement: a condition, an order, a limit. */
export async function standingTouches(ctx: Context, which: Statement): Promise<StandingTouch[]> {
  const rows = await ctx.db.many<Row>(sql`
    select identity_id as identity, at, id, touchpoint_id as "touchpointId", place_id as "placeId", visit, status,
      cancelled, promised_at as "promisedAt", delivered_at as "deliveredAt", wait_promised_seconds as promised,
      wait_actual_seconds as actual, wait_perceived_seconds as perceived, asked
    from touches where ${which}`);
  return rows.map(({ promised, actual, perceived, ...row }) => ({
    ...row,
    waitSeconds: { promised, actual, perceived },
  }));
}

/** What of the catalogue these touches are judged by. */
export function catalogueOf(ctx: Context, touches: readonly StandingTouch[]): Promise<Catalogue> {
  const touchpoints = [...new Set(touches.map(({ touchpointId }) => touchpointId))];
  const places = [...new Set(touches.flatMap(({ placeId }) => placeId ?? []))];
  return readCatalogue(ctx, { touchpoints, places, staff: [], items: [] });
}
