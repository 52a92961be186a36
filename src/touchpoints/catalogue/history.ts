import type { Actor, Context } from "../../foundation/context.ts";
import { sql } from "../../foundation/database/sql.ts";
import { NotAllowed } from "../../foundation/errors.ts";
import { randomId } from "../../foundation/ids.ts";

/** One change of the catalogue, as it was made. `about` is the code of the touchpoint or place. */
export type CatalogueChange = {
  readonly at: Date;
  readonly by: string;
  readonly what: string;
  readonly before: unknown;
  readonly after: unknown;
};

type Change = {
  readonly what: string;
  readonly about: string;
  readonly before: unknown;
  readonly after: unknown;
  /** Which touches it concerns, and from when: a job judges their promises again. */
  readonly touchpointId?: string;
  readonly placeId?: string;
  readonly since: Date;
};

/** Writes down who changed what; in the verb's transaction, so that what follows from it is never forgotten. */
export async function rememberChange(ctx: Context, change: Change): Promise<void> {
  const { what, about, before, after, touchpointId = null, placeId = null, since } = change;
  await ctx.db.run(sql`
    insert into catalogue_changes (id, at, by, what, about, before, after, touchpoint_id, place_id, since)
    values (${randomId()}, ${ctx.now}, ${ctx.actor.name}, ${what}, ${about}, ${asJson(before)}, ${asJson(after)},
      ${touchpointId}, ${placeId}, ${since})`);
}

/** Of a touchpoint and its promises, the latest first; a place may have the same code. */
export function changesOf(ctx: Context, about: string): Promise<CatalogueChange[]> {
  return ctx.db.many<CatalogueChange>(sql`
    select at, by, what, before, after from catalogue_changes
    where about = ${about} and touchpoint_id is not null
    order by at desc, id
    limit 200`);
}

/** Describing the business is for those who answer for it; commands and jobs act for the owner. */
export function refuseUnlessInCharge(actor: Actor): void {
  if (actor.kind === "system") return;
  if (actor.kind === "staff" && (actor.role === "manager" || actor.role === "administrator")) return;
  throw new NotAllowed(`${actor.name} may not change the catalogue. Ask a manager or an administrator.`);
}

function asJson(value: unknown): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value);
}
