import type { Context } from "../../foundation/context.ts";
import { sql } from "../../foundation/database/sql.ts";

/** What holds at a place that nobody has described yet. */
export type Installation = {
  readonly zone: string;
  /** Two letters; ZZ where the owner named none: telephone numbers then need their country code. */
  readonly region: string;
  readonly currency: string;
};

const unsettled: Installation = { zone: "UTC", region: "ZZ", currency: "EUR" };

export async function readInstallation(ctx: Context): Promise<Installation> {
  const rows = await ctx.db.many<{ name: string; value: unknown }>(
    sql`select name, value from settings where name in ('zone', 'region', 'currency')`,
  );
  return installationFrom(rows);
}

export function installationFrom(
  settings: readonly { readonly name: string; readonly value: unknown }[],
): Installation {
  const texts = settings.filter(({ value }) => typeof value === "string" && value !== "");
  return { ...unsettled, ...Object.fromEntries(texts.map(({ name, value }) => [name, value])) };
}

/** Writes down what the owner configured, so that every process and every rebuild goes by the same. */
export async function settleInstallation(ctx: Context, { zone, region, currency }: Installation): Promise<void> {
  await ctx.db.run(sql`
    insert into settings (name, value)
    select name, to_jsonb(value)
    from unnest(${["zone", "region", "currency"]}::text[], ${[zone, region, currency]}::text[]) as settled(name, value)
    on conflict (name) do update set value = excluded.value`);
}
