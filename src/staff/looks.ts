import type { Context } from "../foundation/context.ts";
import { sql } from "../foundation/database/sql.ts";
import { afterRow, whereCursorStands } from "../foundation/page-cursor.ts";
import type { Look } from "./contract.ts";
import { requireAdministrator } from "./may.ts";

export type LookPage = { readonly looks: Look[]; readonly next: string | null };
export type LooksWanted = { readonly customer?: string; readonly limit: number; readonly cursor?: string };

type Row = {
  id: string;
  at: Date;
  kind: string;
  actorId: string;
  name: string;
  customer: string;
  why: string;
  fields: string[];
};

/** Who looked at whom, the newest first; `next` leads on from the last one shown. */
export async function looks(ctx: Context, { customer, limit, cursor }: LooksWanted): Promise<LookPage> {
  requireAdministrator(ctx.actor);
  const [at, id] = whereCursorStands(cursor);
  const rows = await ctx.db.many<Row>(sql`
    select id, at, actor_kind as kind, actor_id as "actorId", actor_name as name, customer_id as customer, why, fields
    from audit
    where (at, id) < (${at}::timestamptz, ${id}::uuid)
      and (${customer ?? null}::uuid is null or customer_id = ${customer ?? null}::uuid)
    order by at desc, id desc
    limit ${limit + 1}`);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { looks: shown.map(lookOf), next: last && rows.length > limit ? afterRow(last) : null };
}

function lookOf({ kind, actorId, name, at, ...row }: Row): Look {
  return { ...row, at: at.toISOString(), actor: { kind, id: actorId, name } };
}
