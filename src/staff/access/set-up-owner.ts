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
import { forgetSetUpCodes, isSetUpCode } from "./set-up-code.ts";
import { isSetUpNeeded } from "./set-up-needed.ts";
import { startSession, type Session } from "./session.ts";

/** What holds for a place that does not say otherwise. */
export type PlaceDefaults = { readonly zone: string; readonly region: string; readonly currency: string };

/** Who comes from elsewhere shows by the code that they see the server's terminal. */
export type Coming = { readonly needsCode: boolean; readonly defaults: PlaceDefaults };

/** The first person in is the administrator; whoever comes a moment later finds the door closed. */
export async function setUpOwner(ctx: Context, owner: Owner, { needsCode, defaults }: Coming): Promise<Session> {
  refuseUnknown(owner.place);
  await refuseLate(ctx);
  if (needsCode) await refuseWithoutCode(ctx, owner.code);
  const password = await hashPassword(owner.password);
  return inTransaction(ctx, async (ctx) => {
    await lockAccounts(ctx);
    await refuseLate(ctx);
    await forgetSetUpCodes(ctx);
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

async function refuseLate(ctx: Context): Promise<void> {
  if (await isSetUpNeeded(ctx)) return;
  throw new Conflict("Somebody owns this installation already. Sign in, or ask them for an invitation.");
}

/** Before the costly part: a guess costs us a look, not a password's worth of work. */
async function refuseWithoutCode(ctx: Context, code: string | undefined): Promise<void> {
  if (code !== undefined && (await isSetUpCode(ctx, code))) return;
  const detail = code === undefined ? "is needed from another machine" : "is not the code";
  throw new InvalidInput(
    "Whoever sets this installation up from another machine needs the code that its server printed when it started. Start it again to see a new one.",
    [{ pointer: "#/code", detail }],
  );
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
