import type { Context } from "../../foundation/context.ts";
import { copyRow } from "../../foundation/database/copy-text.ts";
import { sql } from "../../foundation/database/sql.ts";
import type { Reask } from "./asking.ts";

/** What these identities were asked again, instead of what was stored of them so far. */
export async function storeReasks(
  ctx: Context,
  identities: readonly string[],
  reasks: readonly Reask[],
): Promise<void> {
  await Promise.all([
    ctx.db.run(sql`delete from reasks where identity_id = any(${identities}::uuid[])`),
    reasks.length > 0 &&
      ctx.db.copy(
        "reasks (identity_id, at, id, fact, channel, place_id, source, known_since, known_from)",
        reasks.map(reaskRow),
      ),
  ]);
}

function reaskRow({ identity, at, id, fact, channel, placeId, source, knownSince, knownFrom }: Reask): string {
  return copyRow([identity, new Date(at), id, fact, channel, placeId, source, new Date(knownSince), knownFrom]);
}
