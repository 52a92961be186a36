import type { Actor } from "../../foundation/context.ts";
import type { Db } from "../../foundation/database/database.ts";
import { sql } from "../../foundation/database/sql.ts";
import { hashOf } from "../access/secret-token.ts";

type Row = { id: string; name: string; may: "write" | "read"; source: string | null };

export async function actorOfKey(db: Db, text: string): Promise<Actor | undefined> {
  const row = await db.maybe<Row>(sql`
    select id, name, may, source from keys where key_hash = ${hashOf(text)} and revoked_at is null`);
  return row && { kind: "key", ...row };
}
