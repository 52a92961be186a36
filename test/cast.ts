import type { Naming } from "../src/customers/index.ts";
import type { Context, Role } from "../src/foundation/context.ts";
import type { Db } from "../src/foundation/database/database.ts";
import { sql } from "../src/foundation/database/sql.ts";
import { namedId } from "../src/foundation/ids.ts";
import {
  describePlace,
  ensureBuiltIns,
  ingest,
  makePromise,
  placeId,
  staffId,
  type ArrivingRecord,
} from "../src/touchpoints/index.ts";

/**
 * The people of the tests. Rosa owns the café on the corner in Lisbon; Ana, Maya and Rui serve there. Amara Oduya comes
 * most mornings since 2019, for a flat white; her husband Tunde uses her telephone and has a card of his own. On Tuesday
 * Amara waited fourteen minutes. Ben has booked for this evening and was never here. It is Saturday, half past eight.
 */
export const saturday = new Date("2026-11-21T08:30:00Z");
export const castNaming: Naming = { key: Buffer.alloc(32, 9), region: "PT" };

export const amara = { loyalty: "A-1077", email: "amara@example.org", phone: "+351 912 345 678" };
export const tunde = { loyalty: "A-1078", phone: "+351 912 345 678" };
export const ben = { email: "ben@example.com" };

function owner(db: Db, now = saturday): Context {
  return { actor: { kind: "system", name: "test" }, db, now };
}

/** The café as it stands on that Saturday. */
export async function fillCafe(db: Db): Promise<Context> {
  const ctx = owner(db);
  await ensureBuiltIns(ctx);
  const traits = { zone: "Europe/Lisbon", region: "PT", currency: "EUR" };
  await describePlace(ctx, "corner", { ...traits, name: "Café on the corner" });
  await describePlace(ctx, "station", { ...traits, name: "Café at the station" });
  await makePromise(
    ctx,
    { touchpoint: "visit", wording: "served in 5 minutes", rule: { kind: "served", withinSeconds: 300 } },
    "correction",
  );
  for (const person of staff) await employ(ctx, person);
  await ingest(ctx, [...amarasVisits(), ...tundesVisits(), bensBooking()], castNaming);
  return ctx;
}

const staff = [
  { code: "rosa", name: "Rosa", role: "administrator", onShift: true },
  { code: "ana", name: "Ana", role: "front line", onShift: true },
  { code: "maya", name: "Maya", role: "front line", onShift: false },
  { code: "rui", name: "Rui", role: "manager", onShift: false },
] as const;

async function employ(
  ctx: Context,
  { code, name, role, onShift }: { code: string; name: string; role: Role; onShift: boolean },
): Promise<void> {
  await ctx.db.run(sql`
    insert into staff (id, code, name, role, place_id, per_gesture_minor, per_month_minor)
    values (${staffId(code)}, ${code}, ${name}, ${role}, ${placeId("corner")}, 1200, 10000)`);
  if (!onShift) return;
  await ctx.db.run(sql`
    insert into shifts (id, staff_id, place_id, starts_at, ends_at)
    values (${namedId("shift", code)}, ${staffId(code)}, ${placeId("corner")}, '2026-11-21T07:00Z', '2026-11-21T15:00Z')`);
}

const facts = { name: "Amara Oduya", sayIt: "oh-DOO-ya", allergy: "nuts", birthDate: "1984-03-02" };
const day = 86_400_000;
const tuesday = Date.UTC(2026, 10, 17, 8, 20);

/** Every second morning for sixty days until Tuesday, and once in 2019. */
function amarasVisits(): ArrivingRecord[] {
  const first = visit("amara-first", Date.UTC(2019, 4, 6, 8), { ids: amara, facts, staff: "maya" });
  const mornings = Array.from({ length: 30 }, (_, n) => {
    const waited = n === 0 ? 840 : 180;
    return visit(`amara-${n}`, tuesday - 2 * n * day, {
      ids: n % 3 === 0 ? amara : { loyalty: amara.loyalty },
      staff: n % 5 === 4 ? "maya" : "ana",
      waitSeconds: { promised: 300, actual: waited },
      lines: [
        { item: "flat-white", name: "Flat white", quantity: 1, amountMinor: 280 },
        ...(n % 2 === 0 ? [{ item: "croissant", name: "Almond croissant", quantity: 1, amountMinor: 240 }] : []),
      ],
    });
  });
  return [first, ...mornings];
}

function tundesVisits(): ArrivingRecord[] {
  return [0, 1, 2].map((n) =>
    visit(`tunde-${n}`, tuesday - (10 + 7 * n) * day, { ids: tunde, facts: { name: "Tunde Oduya" }, staff: "maya" }),
  );
}

function bensBooking(): ArrivingRecord {
  const expectedAt = Date.UTC(2026, 10, 21, 19, 30);
  return {
    ...visit("ben-booking", tuesday, { ids: ben, facts: { name: "Ben Okafor" }, expectedAt }),
    touchpoint: "booking",
  };
}

export function visit(messageId: string, at: number, more: Partial<ArrivingRecord>): ArrivingRecord {
  return { source: "till", messageId, at, touchpoint: "visit", place: "corner", currency: "EUR", ids: {}, ...more };
}
