import { expect, it } from "vitest";
import { sayMany, sayMoney } from "./say-money.ts";

it("says money as it stands on a menu", () => {
  expect(sayMoney(1200, "EUR")).toBe("€12");
  expect(sayMoney(450, "EUR")).toBe("€4.50");
  expect(sayMoney(300, "JPY")).toBe("JP¥300");
});

it("says how many", () => {
  expect(sayMany(1, "visit")).toBe("1 visit");
  expect(sayMany(1204, "visit")).toBe("1,204 visits");
});
