import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimalSignOf, minorUnits, numberOf, readDecimal, type DecimalSign } from "./decimals.ts";

const read = (text: string, sign: DecimalSign): number | undefined => {
  const decimal = readDecimal(text, sign);
  return decimal && numberOf(decimal);
};

describe("reading numbers", () => {
  it.each([
    ["1234.5", ".", 1234.5], ["1,234.50", ".", 1234.5], ["1,234", ".", 1234], ["1.234", ".", 1.234], [".5", ".", 0.5], ["5.", ".", 5],
    ["1234,5", ",", 1234.5], ["1.234,50", ",", 1234.5], ["1,234", ",", 1.234], ["1.234", ",", 1234], ["1 234,50", ",", 1234.5],
    ["1’234.50", ".", 1234.5], ["€ 12.50", ".", 12.5], ["12,50 EUR", ",", 12.5], ["£-3.20", ".", -3.2], ["-$3.20", ".", -3.2],
    ["(3.20)", ".", -3.2], ["3,20-", ",", -3.2], ["−7", ".", -7], ["+7", ".", 7], ["007", ".", 7],
  ] as const)("reads %s with %s as %d", (text, sign, expected) => expect(read(text, sign)).toBe(expected)); // prettier-ignore

  it.each([
    ["12,5", "."], ["1,23,456", "."], ["12.5", ","], ["1.2.3", "."], ["", "."], [".", "."], ["-", "."], ["abc", "."], ["1e5", "."],
    ["NaN", "."], ["Infinity", "."], ["0x10", "."], ["12345678901234567", "."], ["=1+1", "."],
  ] as const)("refuses %j with %s", (text, sign) => expect(read(text, sign)).toBeUndefined()); // prettier-ignore

  it("learns the decimal sign from numbers that can be read one way only", () => {
    expect(decimalSignOf(["1,234", "0,99", "12"])).toBe(",");
    expect(decimalSignOf(["1,234.00", "12"])).toBe(".");
    expect(decimalSignOf(["1,234", "12"])).toBe(".");
  });
});

describe("amounts", () => {
  const worth = (quantity: string, price: string, exponent = 2): number =>
    minorUnits(readDecimal(quantity, ".")!, readDecimal(price, ".")!, exponent);

  it("rounds the line, not the price", () => {
    expect(worth("2000", "0.001")).toBe(200);
    expect(worth("3", "0.335")).toBe(101);
    expect(worth("-3", "0.335")).toBe(-101);
    expect(worth("0.5", "2.05")).toBe(103);
    expect(worth("7", "150", 0)).toBe(1050);
    expect(worth("1", "1.2345", 3)).toBe(1235);
    expect(Object.is(worth("-0", "1.00"), 0)).toBe(true);
  });

  it("is exact for any quantity and price", () => {
    const decimal = fc.tuple(fc.integer({ min: -99_999_999, max: 99_999_999 }), fc.integer({ min: 0, max: 6 }));
    fc.assert(
      fc.property(decimal, decimal, fc.integer({ min: 0, max: 3 }), ([a, scaleA], [b, scaleB], exponent) => {
        const doubled = 2n * BigInt(a) * BigInt(b) * 10n ** BigInt(exponent);
        const unit = 10n ** BigInt(scaleA + scaleB);
        const size = (doubled < 0n ? -doubled : doubled) + unit;
        const expected = (doubled < 0n ? -1n : 1n) * (size / (2n * unit));
        expect(minorUnits({ digits: a, scale: scaleA }, { digits: b, scale: scaleB }, exponent)).toBe(Number(expected));
      }),
    );
  });
});
