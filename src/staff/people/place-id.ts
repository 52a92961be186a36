import type { Context } from "../../foundation/context.ts";
import { sql } from "../../foundation/database/sql.ts";
import { InvalidInput } from "../../foundation/errors.ts";

/** The place of a code that somebody typed or chose. */
export async function placeIdOf(ctx: Context, code: string): Promise<string> {
  const place = await ctx.db.maybe<{ id: string }>(sql`select id from places where code = ${code}`);
  if (place) return place.id;
  throw new InvalidInput("There is no such place.", [{ pointer: "#/place", detail: "is the code of no place" }]);
}
