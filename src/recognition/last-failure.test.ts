import { afterAll, beforeAll, expect, it } from "vitest";
import { freshDatabase } from "../../test/database.ts";
import { contextOn } from "../../test/play-history.ts";
import { describeTouchpoint, ensureCodes, readCatalogue, type Catalogue } from "../touchpoints/index.ts";
import type { NotKept, SeenTouch } from "./gather.ts";
import { lastFailureIn } from "./last-failure.ts";

const described = {
  name: "Return",
  lens: "service",
  stage: "extend & retain",
  element: "product and packaging",
  channel: "in person",
  visit: false,
  partner: null,
  heals: true,
} as const;
const july = new Date("2026-07-01T09:00:00Z");
const late: NotKept = {
  identity: "amara",
  touch: "o1",
  at: "2026-05-01T09:00:00Z",
  promise: "p",
  touchpoint: "order",
  verdict: "broken",
  dueAt: null,
  says: "delivered 2 days late",
};
const met = (code: string, at: string) => ({ code, at: Date.parse(at) });
const touchOf = ({ code, at }: ReturnType<typeof met>): SeenTouch => ({
  id: code,
  at,
  visit: true,
  touchpointId: [...catalogue.touchpoints].find(([, [row]]) => row?.code === code)![0],
  placeId: null,
  staffId: null,
  items: [],
});

let catalogue: Catalogue;
let drop: () => Promise<void>;
beforeAll(async () => {
  const fresh = await freshDatabase();
  drop = fresh.drop;
  const ctx = contextOn(fresh.db, july);
  await ensureCodes(ctx, { touchpoints: ["order", "return", "recovery"].map((code) => ({ code })) });
  await describeTouchpoint(ctx, "return", described, "change");
  catalogue = await readCatalogue(ctx);
});
afterAll(() => drop());

it.each([
  ["nothing since", [], false],
  ["an apology", [met("recovery", "2026-05-03T09:00:00Z")], true],
  ["an apology for something before", [met("recovery", "2026-04-03T09:00:00Z")], false],
  ["the next order, in time", [met("order", "2026-05-20T09:00:00Z")], false],
  ["a refund before the owner said that it heals", [met("return", "2026-06-20T09:00:00Z")], false],
  ["a refund since then", [met("return", "2026-07-20T09:00:00Z")], true],
])("after %s: is the late delivery put right?", (_, touches, healed) => {
  expect(lastFailureIn([late], touches.map(touchOf), catalogue)).toEqual({
    what: "delivered 2 days late",
    at: "2026-05-01T09:00:00.000Z",
    healed,
  });
});
