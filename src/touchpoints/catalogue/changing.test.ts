import { describe, expect, it } from "vitest";
import { databaseForThisTest } from "../../../test/database.ts";
import { sql } from "../../foundation/database/sql.ts";
import type { Context, Role } from "../../foundation/context.ts";
import { promisesAt, touchpointAt } from "./catalogue.ts";
import { describePlace } from "./describe-place.ts";
import { describeTouchpoint } from "./describe-touchpoint.ts";
import { ensureCodes, placeId } from "./ensure-codes.ts";
import { changesOf } from "./history.ts";
import { settleInstallation } from "./installation.ts";
import { makePromise } from "./make-promise.ts";
import { promiseId } from "./promise.ts";
import { readCatalogue } from "./read-catalogue.ts";
import { retirePromise } from "./retire-promise.ts";
import { touchpointId, type DescribedTouchpoint } from "./touchpoint.ts";

const june = new Date("2026-06-01T09:00:00Z");
const july = new Date("2026-07-01T09:00:00Z");
const august = new Date("2026-08-01T09:00:00Z");

async function houseWith(role: Role): Promise<Context> {
  const actor = { kind: "staff", id: "rosa", name: "Rosa", role, placeId: null } as const;
  return { actor, db: await databaseForThisTest(), now: july };
}

const terrace: DescribedTouchpoint = {
  name: "Terrace",
  lens: "experience",
  stage: "interact",
  element: "place",
  channel: "in person",
  visit: true,
  partner: null,
};

describe("describing a touchpoint", () => {
  it("holds from now on, and leaves the past as it was", async () => {
    const ctx = await houseWith("manager");
    await ensureCodes(ctx, { touchpoints: [{ code: "terrace-page" }] });
    await describeTouchpoint(ctx, "terrace-page", terrace);
    const catalogue = await readCatalogue(ctx);
    expect(touchpointAt(catalogue, touchpointId("terrace-page"), june)).toMatchObject({ channel: "web", visit: false });
    expect(touchpointAt(catalogue, touchpointId("terrace-page"), july)).toMatchObject({ name: "Terrace", visit: true });
    expect(await changesOf(ctx, "terrace-page")).toMatchObject([
      { at: july, by: "Rosa", what: "touchpoint: change", before: { visit: false }, after: { visit: true } },
    ]);
  });

  it("says, as a correction, that it was so all along", async () => {
    const ctx = await houseWith("administrator");
    await describeTouchpoint(ctx, "terrace-page", terrace, "correction");
    expect(touchpointAt(await readCatalogue(ctx), touchpointId("terrace-page"), june)).toMatchObject({ visit: true });
  });

  it("says whether things are put right there, and leaves it where nothing is said of it", async () => {
    const ctx = await houseWith("manager");
    await ensureCodes(ctx, { touchpoints: [{ code: "apology" }, { code: "return" }] });
    const heals = async (code: string) => touchpointAt(await readCatalogue(ctx), touchpointId(code), ctx.now)?.heals;
    expect([await heals("apology"), await heals("return")]).toEqual([true, false]);
    await describeTouchpoint(ctx, "apology", { ...terrace, name: "Apology" });
    await describeTouchpoint(ctx, "return", { ...terrace, name: "Return", heals: true });
    expect([await heals("apology"), await heals("return")]).toEqual([true, true]);
    await describeTouchpoint(ctx, "apology", { ...terrace, heals: false });
    expect(await heals("apology")).toBe(false);
    expect(touchpointAt(await readCatalogue(ctx), touchpointId("apology"), june)?.heals).toBe(true);
  });

  it("twice in one moment leaves one row", async () => {
    const ctx = await houseWith("manager");
    await describeTouchpoint(ctx, "terrace", terrace);
    await describeTouchpoint(ctx, "terrace", { ...terrace, name: "Big terrace" });
    const rows = (await readCatalogue(ctx)).touchpoints.get(touchpointId("terrace"));
    expect(rows).toMatchObject([{ validUntil: july }, { name: "Big terrace", validFrom: july, validUntil: null }]);
  });

  it("lets two people follow each other, never leaving two truths", async () => {
    const ctx = await houseWith("manager");
    await Promise.all(
      [1, 2, 3, 4].map((n) =>
        describeTouchpoint({ ...ctx, now: new Date(july.getTime() + n) }, "bar", terrace).catch(() => "too late"),
      ),
    );
    const rows = (await readCatalogue(ctx)).touchpoints.get(touchpointId("bar")) ?? [];
    expect(rows.filter(({ validUntil }) => validUntil === null)).toHaveLength(1);
    rows.slice(1).forEach((row, index) => expect(rows[index]!.validUntil).toEqual(row.validFrom));
  });

  it("is for managers and administrators", async () => {
    const ctx = await houseWith("front line");
    await expect(describeTouchpoint(ctx, "terrace", terrace)).rejects.toThrow("Ask a manager");
  });
});

describe("promising", () => {
  const served = {
    touchpoint: "terrace",
    wording: "served in five minutes",
    rule: { kind: "served", withinSeconds: 300 },
  } as const;

  it("holds for touches from now on, until it is retired", async () => {
    const ctx = await houseWith("manager");
    const made = await makePromise(ctx, served);
    await retirePromise({ ...ctx, now: august }, "terrace", made.id);
    const catalogue = await readCatalogue(ctx);
    const at = (moment: Date): number => promisesAt(catalogue, touchpointId("terrace"), moment).length;
    expect([at(june), at(july), at(august)]).toEqual([0, 1, 0]);
  });

  it("can be made again after it was retired", async () => {
    const ctx = await houseWith("manager");
    const made = await makePromise(ctx, served);
    await retirePromise({ ...ctx, now: new Date("2026-07-10T00:00:00Z") }, "terrace", made.id);
    await makePromise({ ...ctx, now: august }, served);
    const catalogue = await readCatalogue(ctx);
    expect(promisesAt(catalogue, touchpointId("terrace"), new Date("2026-07-20T00:00:00Z"))).toEqual([]);
    expect(promisesAt(catalogue, touchpointId("terrace"), august)).toMatchObject([{ id: made.id }]);
  });

  it("lets an owner say that the promised date means the moment, and always did", async () => {
    const ctx = await houseWith("administrator");
    const wording = "delivered by the promised date";
    await makePromise(
      ctx,
      { touchpoint: "order", wording, rule: { kind: "delivered", by: "timestamp" } },
      "correction",
    );
    expect(promisesAt(await readCatalogue(ctx), touchpointId("order"), june)).toMatchObject([
      { id: promiseId("order", wording), rule: { kind: "delivered", by: "timestamp" } },
    ]);
  });

  it("takes back, as a correction, what was never promised", async () => {
    const ctx = await houseWith("administrator");
    await ensureCodes(ctx, { touchpoints: [{ code: "order" }] });
    const id = promiseId("order", "delivered by the promised date");
    await retirePromise(ctx, "order", id, "correction");
    await ensureCodes(ctx, { touchpoints: [{ code: "order" }] });
    expect((await readCatalogue(ctx)).promises.size).toBe(0);
    await expect(retirePromise(ctx, "order", id)).rejects.toThrow("Nothing is promised under this id");
  });
});

describe("describing a place", () => {
  const harbour = { name: "Harbour", zone: "Europe/Lisbon", region: "PT", currency: "EUR" };

  it("adds it or changes it, with its history", async () => {
    const ctx = await houseWith("manager");
    await settleInstallation(ctx, { zone: "Europe/Paris", region: "FR", currency: "EUR" });
    await ensureCodes(ctx, { places: ["harbour"] });
    await describePlace(ctx, "harbour", harbour);
    expect((await readCatalogue(ctx)).places.get(placeId("harbour"))).toMatchObject(harbour);
    const history = sql`select before, after from catalogue_changes where about = 'harbour'`;
    expect(await ctx.db.many(history)).toMatchObject([
      { before: { zone: "Europe/Paris" }, after: { zone: "Europe/Lisbon" } },
    ]);
  });

  it("refuses zones, countries and currencies that do not exist, all at once", async () => {
    const ctx = await houseWith("manager");
    await expect(
      describePlace(ctx, "moon", { name: "Moon", zone: "Moon/Tycho", region: "Q1", currency: "QQQ" }),
    ).rejects.toMatchObject({
      problems: [{ pointer: "#/zone" }, { pointer: "#/region" }, { pointer: "#/currency" }],
    });
  });
});
