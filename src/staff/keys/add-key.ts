import type { Context } from "../../foundation/context.ts";
import { sql } from "../../foundation/database/sql.ts";
import { Conflict, InvalidInput } from "../../foundation/errors.ts";
import { randomId } from "../../foundation/ids.ts";
import { hashOf, newToken } from "../access/secret-token.ts";
import type { MadeKey, NewKey } from "../contract.ts";
import { requireAdministrator } from "../may.ts";

/** The key is in the answer and nowhere else. A write key that names no source belongs to one of its own name. */
export async function addKey(ctx: Context, { name, may, source }: NewKey): Promise<MadeKey> {
  requireAdministrator(ctx.actor);
  if (may === "read" && source !== undefined) {
    const detail = "is for write keys: a read key reads all";
    throw new InvalidInput(`A read key has no source: #/source ${detail}.`, [{ pointer: "#/source", detail }]);
  }
  const key = `rgl_${may}_${newToken()}`;
  const belongsTo = may === "write" ? (source ?? name) : null;
  const added = await ctx.db.run(sql`
    insert into keys (id, name, may, source, key_hash, made_at, made_by)
    values (${randomId()}::uuid, ${name}, ${may}, ${belongsTo}, ${hashOf(key)}, ${ctx.now}::timestamptz, ${ctx.actor.name})
    on conflict (name) where revoked_at is null do nothing`);
  if (added === 0) throw new Conflict(`There is a key called ${name} already. Revoke it, or choose another name.`);
  return { name, key, may, source: belongsTo };
}
