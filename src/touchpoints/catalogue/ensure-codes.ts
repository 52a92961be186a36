import type { Context } from "../../foundation/context.ts";
import { sql } from "../../foundation/database/sql.ts";
import { inTransaction } from "../../foundation/database/transaction.ts";
import { namedId } from "../../foundation/ids.ts";
import { builtIn, builtIns } from "./built-in.ts";
import { readChannel } from "./channel.ts";
import { guessTouchpoint } from "./guess-touchpoint.ts";
import { readInstallation } from "./installation.ts";
import { nameItems, type ArrivingItem } from "./name-items.ts";
import { promiseId } from "./promise.ts";
import { beginning, touchpointId } from "./touchpoint.ts";

/** Codes as records name them; the same ones may come many times. */
export type ArrivingCodes = {
  readonly touchpoints?: readonly { readonly code: string; readonly channel?: string }[];
  readonly places?: readonly string[];
  readonly staff?: readonly string[];
  readonly items?: readonly ArrivingItem[];
};

/**
 * Adds the codes that nobody has named before, described as well as can be guessed; what is known stays as it is.
 * Best called before the transaction that files the batch: held until its end, names of popular items would make
 * writers wait for each other. Rows are written in the order of their ids, so that writers meet no deadlock.
 */
export function ensureCodes(ctx: Context, codes: ArrivingCodes): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await addTouchpoints(ctx, codes.touchpoints ?? []);
    await addPlaces(ctx, codes.places ?? []);
    await addStaff(ctx, codes.staff ?? []);
    await nameItems(ctx, codes.items ?? []);
  });
}

/** So that the catalogue shows them before the first event comes. */
export function ensureBuiltIns(ctx: Context): Promise<void> {
  return ensureCodes(ctx, { touchpoints: builtIns });
}

async function addTouchpoints(ctx: Context, arriving: NonNullable<ArrivingCodes["touchpoints"]>): Promise<void> {
  if (arriving.length === 0) return;
  const rows = described(arriving);
  const added = await ctx.db.many<{ code: string }>(sql`
    insert into touchpoints (id, valid_from, code, name, lens, stage, element, channel, visit)
    select id, ${beginning}::timestamptz, code, name, lens, stage, element, channel, visit
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as arriving(id uuid, code text, name text, lens text, stage text, element text, channel text, visit boolean)
    order by id
    on conflict (id, valid_from) do nothing
    returning code`);
  await addPromises(
    ctx,
    added.map(({ code }) => code),
  );
}

function described(arriving: NonNullable<ArrivingCodes["touchpoints"]>): readonly object[] {
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

async function addPlaces(ctx: Context, arriving: readonly string[]): Promise<void> {
  if (arriving.length === 0) return;
  const { zone, region, currency } = await readInstallation(ctx);
  const codes = [...new Set(arriving)];
  await ctx.db.run(sql`
    insert into places (id, code, name, zone, region, currency)
    select id, code, code, ${zone}, ${region}, ${currency}
    from unnest(${codes.map(placeId)}::uuid[], ${codes}::text[]) as arriving(id, code)
    order by id
    on conflict do nothing`);
}

async function addStaff(ctx: Context, arriving: readonly string[]): Promise<void> {
  if (arriving.length === 0) return;
  const codes = [...new Set(arriving)];
  await ctx.db.run(sql`
    insert into staff (id, code, name)
    select id, code, code
    from unnest(${codes.map(staffId)}::uuid[], ${codes}::text[]) as arriving(id, code)
    order by id
    on conflict do nothing`);
}

export function placeId(code: string): string {
  return namedId("place", code);
}

export function staffId(code: string): string {
  return namedId("staff", code);
}
