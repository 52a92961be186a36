import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { databaseForThisTest } from "../../../test/database.ts";
import type { Context } from "../../foundation/context.ts";
import { sql } from "../../foundation/database/sql.ts";
import { promisesAt, touchpointAt, zoneAt } from "./catalogue.ts";
import { readChannel } from "./channel.ts";
import { ensureBuiltIns, ensureCodes, placeId, staffId } from "./ensure-codes.ts";
import { guessTouchpoint } from "./guess-touchpoint.ts";
import { itemId, type ArrivingItem } from "./name-items.ts";
import { readCatalogue } from "./read-catalogue.ts";
import { touchpointId } from "./touchpoint.ts";

const now = new Date("2026-06-01T09:00:00Z");

async function emptyHouse(): Promise<Context> {
  return { actor: { kind: "system", name: "test" }, db: await databaseForThisTest(), now };
}

describe("codes that come in with records", () => {
  it("are added once, described as well as can be guessed", async () => {
    const ctx = await emptyHouse();
    const codes = {
      touchpoints: [{ code: "order" }, { code: "kiosk-7", channel: "in person" }, { code: "order", channel: "web" }],
      places: ["harbour", "harbour"],
      staff: ["ana"],
      items: [{ source: "till", code: "flat-white" }],
    };
    await Promise.all([ensureCodes(ctx, codes), ensureCodes(ctx, codes), ensureCodes(ctx, codes)]);
    const catalogue = await readCatalogue(ctx);
    expect(touchpointAt(catalogue, touchpointId("order"), now)).toMatchObject({
      name: "Order",
      channel: "in person",
      visit: true,
    });
    expect(touchpointAt(catalogue, touchpointId("kiosk-7"), now)).toMatchObject({
      name: "kiosk-7",
      channel: "in person",
      visit: true,
    });
    expect(catalogue.places.get(placeId("harbour"))).toMatchObject({
      code: "harbour",
      zone: "UTC",
      currency: "EUR",
      region: "ZZ",
    });
    expect(catalogue.staff.get(staffId("ana"))).toMatchObject({ code: "ana", name: "ana", placeId: null });
    expect(catalogue.items.get(itemId("till", "flat-white"))).toMatchObject({
      source: "till",
      code: "flat-white",
      name: null,
    });
  });

  it("make a place stand where the installation stands", async () => {
    const ctx = await emptyHouse();
    await ctx.db.run(sql`
      insert into settings (name, value) values ('zone', '"Europe/Lisbon"'), ('region', '"PT"'), ('currency', '"EUR"')`);
    await ensureCodes(ctx, { places: ["alfama"] });
    const catalogue = await readCatalogue(ctx);
    expect(zoneAt(catalogue, placeId("alfama"))).toBe("Europe/Lisbon");
    expect(zoneAt(catalogue, null)).toBe("Europe/Lisbon");
  });

  it("leave alone what somebody has described", async () => {
    const ctx = await emptyHouse();
    await ensureCodes(ctx, { staff: ["ana"], places: ["harbour"] });
    await ctx.db.run(sql`update staff set name = 'Ana Ribeiro'`);
    await ensureCodes(ctx, { staff: ["ana", "bo"], places: ["harbour"] });
    expect((await readCatalogue(ctx)).staff.get(staffId("ana"))?.name).toBe("Ana Ribeiro");
  });

  it("can be read alone, for one batch", async () => {
    const ctx = await emptyHouse();
    await ensureBuiltIns(ctx);
    await ensureCodes(ctx, { places: ["harbour", "hill"], items: [{ source: "till", code: "tea" }] });
    const some = await readCatalogue(ctx, {
      touchpoints: [touchpointId("order")],
      places: [placeId("hill")],
      items: [],
    });
    expect([...some.touchpoints.keys()]).toEqual([touchpointId("order")]);
    expect([...some.promises.keys()]).toEqual([touchpointId("order")]);
    expect([...some.places.keys()]).toEqual([placeId("hill")]);
    expect(some.items.size).toBe(0);
  });
});

it("promises delivery by the promised day at every order, however long ago", async () => {
  const ctx = await emptyHouse();
  await ensureBuiltIns(ctx);
  const catalogue = await readCatalogue(ctx);
  const promised = promisesAt(catalogue, touchpointId("order"), new Date("1987-03-01T00:00:00Z"));
  expect(promised).toMatchObject([
    { wording: "delivered by the promised date", rule: { kind: "delivered", by: "day" } },
  ]);
});

it("calls an item what it was called on the last day, whatever the order of arrival and the batches", async () => {
  const ctx = await emptyHouse();
  const naming = fc.record(
    {
      source: fc.constant("till"),
      code: fc.constantFrom("a", "b"),
      name: fc.constantFrom("tea", "Tee", "thé", "茶", "𝕋"),
      namedAt: fc.integer({ min: 0, max: 3 }).map((n) => n * 50_000_000),
    },
    { requiredKeys: ["source", "code"] },
  );
  const names = async (batches: readonly ArrivingItem[][]): Promise<unknown> => {
    await ctx.db.run(sql`delete from items`);
    for (const items of batches) await ensureCodes(ctx, { items });
    return ctx.db.many(sql`select code, name, named_at from items order by code collate "C"`);
  };
  await fc.assert(
    fc.asyncProperty(fc.array(naming, { maxLength: 8 }), fc.infiniteStream(fc.nat()), async (items, picks) => {
      const shuffled = items.map((item) => ({ item, key: picks.next().value as number })).sort((a, b) => a.key - b.key);
      expect(await names(shuffled.map(({ item }) => [item]))).toEqual(await names([items]));
    }),
    { numRuns: 60 },
  );
});

it("guesses a touchpoint by its code, and by its channel only where the code says nothing", () => {
  expect(guessTouchpoint("Table service", "web")).toMatchObject({ channel: "in person", visit: true });
  expect(guessTouchpoint("hotline_call", undefined)).toMatchObject({ channel: "phone", visit: false });
  expect(guessTouchpoint("xyzzy", "phone")).toMatchObject({ channel: "phone" });
  expect(guessTouchpoint("xyzzy", undefined)).toMatchObject({ name: "xyzzy", visit: false });
});

it("understands what other systems call a channel", () => {
  expect(
    ["In Store", "POS", "telephone", "web", "in-person", "carrier pigeon", "constructor"].map(readChannel),
  ).toEqual(["in person", "in person", "phone", "web", "in person", undefined, undefined]);
});
