import type { Context } from "../../foundation/context.ts";
import { sql } from "../../foundation/database/sql.ts";
import { placeId } from "./catalogue.ts";
import { readInstallation } from "./installation.ts";

/** Adds places with the installation's clock, country and money, until somebody says what is theirs. */
export async function addPlaces(ctx: Context, codes: readonly string[]): Promise<void> {
  if (codes.length === 0) return;
  const { zone, region, currency } = await readInstallation(ctx);
  await ctx.db.run(sql`
    insert into places (id, code, name, zone, region, currency)
    select id, code, code, ${zone}, ${region}, ${currency}
    from unnest(${codes.map(placeId)}::uuid[], ${codes}::text[]) as arriving(id, code)
    order by id
    on conflict do nothing`);
}
