import type { Context } from "../../foundation/context.ts";
import { sql } from "../../foundation/database/sql.ts";
import { builtIn } from "./built-in.ts";
import { readChannel } from "./channel.ts";
import { guessTouchpoint } from "./guess-touchpoint.ts";
import { promiseId } from "./promise.ts";
import { beginning, touchpointId } from "./touchpoint.ts";

export type ArrivingTouchpoint = { readonly code: string; readonly channel?: string };

/** Adds touchpoints with what can be guessed of them, and the promises that built-in ones bring with them. */
export async function addTouchpoints(ctx: Context, arriving: readonly ArrivingTouchpoint[]): Promise<void> {
  if (arriving.length === 0) return;
  const added = await ctx.db.many<{ code: string }>(sql`
    insert into touchpoints (id, valid_from, code, name, lens, stage, element, channel, visit, heals)
    select id, ${beginning}::timestamptz, code, name, lens, stage, element, channel, visit, heals
    from jsonb_to_recordset(${JSON.stringify(described(arriving))}::jsonb)
      as arriving(id uuid, code text, name text, lens text, stage text, element text, channel text, visit boolean,
        heals boolean)
    order by id
    on conflict (id, valid_from) do nothing
    returning code`);
  await addPromises(
    ctx,
    added.map(({ code }) => code),
  );
}

function described(arriving: readonly ArrivingTouchpoint[]): readonly object[] {
  const channelOf = new Map<string, string | undefined>();
  for (const { code, channel } of arriving) {
    const known = channelOf.get(code);
    // The smallest, so that a batch gives the same in whatever order its records stand.
    channelOf.set(code, known === undefined || (channel !== undefined && channel < known) ? channel : known);
  }
  return [...channelOf].map(([code, channel]) => ({
    id: touchpointId(code),
    code,
    ...(builtIn(code)?.traits ?? guessTouchpoint(code, channel === undefined ? undefined : readChannel(channel))),
  }));
}

async function addPromises(ctx: Context, newTouchpoints: readonly string[]): Promise<void> {
  const rows = newTouchpoints.flatMap((code) =>
    (builtIn(code)?.promises ?? []).map((promise) => ({
      id: promiseId(code, promise.wording),
      touchpoint_id: touchpointId(code),
      ...promise,
    })),
  );
  if (rows.length === 0) return;
  await ctx.db.run(sql`
    insert into promises (id, valid_from, touchpoint_id, wording, rule)
    select id, ${beginning}::timestamptz, touchpoint_id, wording, rule
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as promised(id uuid, touchpoint_id uuid, wording text, rule jsonb)
    order by id
    on conflict (id, valid_from) do nothing`);
}
