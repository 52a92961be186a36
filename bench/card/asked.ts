import { identity, kindOfStrength, strength, type Kind } from "../../src/customers/index.ts";
import type { Db } from "../../src/foundation/database/database.ts";
import { sql } from "../../src/foundation/database/sql.ts";

/** What a customer shows or says: the loyalty number, an email address or a telephone number. */
export type Asked = { readonly kind: Kind; readonly value: string };

const shown = (["loyalty", "email", "phone"] as const).map(strength);

/** About so many of the identifiers by which somebody is known, drawn by lot; all of them where there are fewer. */
export async function identifiersKnown(db: Db, about: number): Promise<Asked[]> {
  const { n } = await db.one<{ n: number }>(
    sql`select count(*) as n from identities where kind = any(${shown}::int[])`,
  );
  const percent = Math.min(100, (100 * about) / Math.max(1, n));
  const rows = await db.many<{ kind: number; value: string }>(sql`
    select kind, value from identities tablesample bernoulli (${percent}) where kind = any(${shown}::int[])`);
  return rows.map(({ kind, value }) => ({ kind: kindOfStrength(kind), value }));
}

/** How the till asks. */
export function queryOf({ kind, value }: Asked): string {
  return `${kind === "loyalty" ? "q" : kind}=${encodeURIComponent(value)}`;
}

export function idOf({ kind, value }: Asked, key: Buffer): string {
  return identity(kind, kind === "loyalty" ? "main" : "", value, { key, region: "ZZ" }).id;
}
