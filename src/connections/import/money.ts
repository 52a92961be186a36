import { minorUnits, numberOf, readDecimal, type Decimal } from "../csv/index.ts";
import { decimalsOf, isCurrency, limits } from "../arriving/index.ts";
import { isNothing, shown, Unreadable, type Cells, type Fields } from "./cells.ts";
import type { Settings } from "./settings.ts";

const one: Decimal = { digits: 1, scale: 0 };

export type Sum = {
  readonly quantity: number;
  readonly amountMinor?: number;
  readonly currency: string;
  readonly currencyStated: boolean;
};

/**
 * Quantity (1 where none is stated) and worth of one row: `amount` as it stands, else quantity × `price`, rounded once.
 */
export function sumsIn(cells: Cells, settings: Settings): (fields: Fields) => Sum {
  const [quantityOf, priceOf, amountOf] = (["quantity", "price", "amount"] as const).map((field) => {
    const text = cells.text(field);
    return (fields: Fields) => decimalOf(text(fields), cells.nameOf(field), settings);
  });
  const currencyOf = cells.code("currency");
  return (fields) => {
    const stated = currencyOf(fields).toUpperCase();
    const currency = stated || settings.currency;
    if (!isCurrency(currency))
      throw new Unreadable(`${cells.nameOf("currency")} "${shown(currency)}" is no ISO 4217 currency`);
    const pieces = quantityOf!(fields) ?? one;
    const quantity = numberOf(pieces);
    if (Math.abs(quantity) > limits.quantity) throw new Unreadable(`${cells.nameOf("quantity")} ${quantity} is absurd`);
    const amountMinor = worthOf(amountOf!(fields), pieces, priceOf!(fields), decimalsOf(currency));
    if (amountMinor !== undefined && Math.abs(amountMinor) > limits.amountMinor)
      throw new Unreadable(`the amount is absurd: ${amountMinor} in minor units`);
    return { quantity, amountMinor, currency, currencyStated: stated !== "" };
  };
}

function worthOf(
  amount: Decimal | undefined,
  pieces: Decimal,
  price: Decimal | undefined,
  exponent: number,
): number | undefined {
  if (amount) return minorUnits(one, amount, exponent);
  return price && minorUnits(pieces, price, exponent);
}

function decimalOf(text: string, name: string, settings: Settings): Decimal | undefined {
  if (text === "" || isNothing(text)) return undefined;
  const decimal = readDecimal(text, settings.decimalSign);
  if (!decimal)
    throw new Unreadable(`${name} "${shown(text)}" is no number with "${settings.decimalSign}" before its decimals`);
  return decimal;
}
