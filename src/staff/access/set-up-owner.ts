import type { Context } from "../../foundation/context.ts";
import { sql } from "../../foundation/database/sql.ts";
import { inTransaction } from "../../foundation/database/transaction.ts";
import { Conflict, InvalidInput, type Problem } from "../../foundation/errors.ts";
import { namedId } from "../../foundation/ids.ts";
import { currency, zone } from "../../foundation/setting-kinds.ts";
import type { Owner } from "../contract.ts";
import { saveStaff } from "../people/save-staff.ts";
import { lockAccounts } from "./accounts.ts";
import { emailAsKept } from "./email.ts";
import { hashPassword } from "./password.ts";
import { startSession, type Session } from "./session.ts";

/** What holds for a place that does not say otherwise. */
export type PlaceDefaults = { readonly zone: string; readonly region: string; readonly currency: string };

export async function isSetUpNeeded(ctx: Context): Promise<boolean> {
  return (await ctx.db.one<{ needed: boolean }>(sql`select not exists (select 1 from accounts) as needed`)).needed;
}

/** The first person in is the administrator; whoever comes a moment later finds the door closed. */
export async function setUpOwner(ctx: Context, owner: Owner, defaults: PlaceDefaults): Promise<Session> {
  refuseUnknown(owner.place);
  const password = await hashPassword(owner.password);
  return inTransaction(ctx, async (ctx) => {
    await lockAccounts(ctx);
    if (!(await isSetUpNeeded(ctx)))
      throw new Conflict("Somebody owns this installation already. Sign in, or ask them for an invitation.");
    const place = owner.place && (await savePlace(ctx, { ...defaults, ...owner.place }));
    const email = emailAsKept(owner.email);
    const staff = await saveStaff(ctx, {
      code: email,
      name: owner.name,
      email,
      role: "administrator",
      placeId: place ?? null,
    });
    await ctx.db.run(sql`
      insert into accounts (staff_id, password, made_at, password_at)
      values (${staff}::uuid, ${password}, ${ctx.now}::timestamptz, ${ctx.now}::timestamptz)`);
    return startSession(ctx, staff);
  });
}

function refuseUnknown(place: Owner["place"]): void {
  const problems: Problem[] = [];
  if (place?.zone !== undefined && !zone.read(place.zone))
    problems.push({ pointer: "#/place/zone", detail: zone.wants });
  if (place?.currency !== undefined && !currency.read(place.currency))
    problems.push({ pointer: "#/place/currency", detail: currency.wants });
  if (problems.length > 0) throw new InvalidInput("The place cannot be like this.", problems);
}

async function savePlace(ctx: Context, place: PlaceDefaults & { readonly name: string }): Promise<string> {
  const code = codeOf(place.name);
  const id = namedId("place", code);
  await ctx.db.run(sql`
    insert into places (id, code, name, zone, region, currency)
    values (${id}::uuid, ${code}, ${place.name}, ${place.zone}, ${place.region}, ${place.currency})
    on conflict (id) do update set name = excluded.name, zone = excluded.zone, region = excluded.region, currency = excluded.currency`);
  return id;
}

/** "Harbour Street" becomes harbour-street, which an import or a till may name. */
function codeOf(name: string): string {
  const words = name
    .normalize("NFKC")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? ["place"];
  return words.join("-").slice(0, 100);
}
