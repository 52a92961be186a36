import { InvalidInput } from "../../foundation/errors.ts";
import { decimalsOf, isCurrency } from "../arriving/index.ts";
import { minorUnits, readDecimal, type Decimal } from "../csv/index.ts";
import { textIn, type Json } from "./json.ts";

const one: Decimal = { digits: 1, scale: 0 };

/** The currency that a call's amounts are in; null where it names none. */
export function currencyIn(properties: Json): string | null {
  const code = textIn(properties["currency"], "properties.currency")?.toUpperCase();
  if (code === undefined || isCurrency(code)) return code ?? null;
  throw new InvalidInput("properties.currency is no ISO 4217 code");
}

/** An amount in minor units; undefined where there is none. */
export function amountIn(value: unknown, field: string, currency: string): number | undefined {
  const amount = decimalIn(value, field);
  return amount && minorUnits(one, amount, decimalsOf(currency));
}

/** quantity × price, rounded once. */
export function lineAmount(quantity: Decimal, price: Decimal | undefined, currency: string): number | undefined {
  return price && minorUnits(quantity, price, decimalsOf(currency));
}

/** A number, or text that is one. Twelve digits: what a sum of floating-point prices has beyond them is noise. */
export function decimalIn(value: unknown, field: string): Decimal | undefined {
  if (value === undefined || value === null || value === "") return undefined;
  const decimal =
    typeof value === "number"
      ? ofNumber(value)
      : typeof value === "string"
        ? readDecimal(value.trim(), ".")
        : undefined;
  if (!decimal) throw new InvalidInput(`${field} is no amount: send a number such as 12.5`);
  return decimal;
}

function ofNumber(value: number): Decimal | undefined {
  if (!Number.isFinite(value) || Math.abs(value) >= 1e12) return undefined;
  const text = String(Number(value.toPrecision(12)));
  return readDecimal(text.includes("e") ? value.toFixed(12) : text, ".");
}
