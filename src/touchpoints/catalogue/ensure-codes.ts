import type { Context } from "../../foundation/context.ts";
import { inTransaction } from "../../foundation/database/transaction.ts";
import { addPlaces } from "./add-places.ts";
import { addStaff } from "./add-staff.ts";
import { addTouchpoints, type ArrivingTouchpoint } from "./add-touchpoints.ts";
import { builtIns } from "./built-in.ts";
import { placeId, staffId } from "./catalogue.ts";
import { knownOf } from "./known-codes.ts";
import { touchpointId } from "./touchpoint.ts";
import { lastNamed, nameItems, newlyNamed, type ArrivingItem } from "./name-items.ts";

export { placeId, staffId };

/** Codes as records name them; the same ones may come many times. */
export type ArrivingCodes = {
  readonly touchpoints?: readonly ArrivingTouchpoint[];
  readonly places?: readonly string[];
  readonly staff?: readonly string[];
  readonly items?: readonly ArrivingItem[];
};

/**
 * Adds the codes that nobody has named before, described as well as can be guessed; what is known stays as it is. Nearly
 * always all are known, and one statement says so. Best called before the transaction that files the batch: held until its
 * end, names of popular items would make writers wait for each other. Rows are written in the order of their ids.
 */
export async function ensureCodes(ctx: Context, codes: ArrivingCodes): Promise<void> {
  const { touchpoints = [], places = [], staff = [] } = codes;
  const items = lastNamed(codes.items ?? []);
  const known = await knownOf(ctx, {
    touchpoints: unique(touchpoints.map(({ code }) => touchpointId(code))),
    places: unique(places.map(placeId)),
    staff: unique(staff.map(staffId)),
    items: items.map(({ id }) => id),
  });
  const unknown = {
    touchpoints: touchpoints.filter(({ code }) => !known.touchpoints.has(touchpointId(code))),
    places: unique(places).filter((code) => !known.places.has(placeId(code))),
    staff: unique(staff).filter((code) => !known.staff.has(staffId(code))),
    items: newlyNamed(items, known.items),
  };
  if (Object.values(unknown).every((some) => some.length === 0)) return;
  await inTransaction(ctx, async (ctx) => {
    await addTouchpoints(ctx, unknown.touchpoints);
    await addPlaces(ctx, unknown.places);
    await addStaff(ctx, unknown.staff);
    await nameItems(ctx, unknown.items);
  });
}

/** So that the catalogue shows them before the first event comes. */
export function ensureBuiltIns(ctx: Context): Promise<void> {
  return ensureCodes(ctx, { touchpoints: builtIns });
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
