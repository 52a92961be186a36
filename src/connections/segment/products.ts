import { InvalidInput } from "../../foundation/errors.ts";
import type { ArrivingLine } from "../../touchpoints/index.ts";
import { numberOf, type Decimal } from "../csv/index.ts";
import { isJson, listIn, textIn, type Json } from "./json.ts";
import { decimalIn, lineAmount } from "./money.ts";

const single: Decimal = { digits: 1, scale: 0 };

/** What was bought, or with `sign` -1 brought back: one line a product. */
export function boughtLines(properties: Json, currency: string, sign: 1 | -1 = 1): ArrivingLine[] {
  return productsIn(properties).map((product, index) => {
    const field = `products[${index}]`;
    const said = decimalIn(product["quantity"], `${field}.quantity`) ?? single;
    // A return is negative, whether its sender counts it so or not.
    const quantity = sign === 1 ? said : { digits: -Math.abs(said.digits), scale: said.scale };
    const amountMinor = lineAmount(quantity, decimalIn(product["price"], `${field}.price`), currency);
    return {
      ...itemOf(product, field),
      quantity: numberOf(quantity),
      ...(amountMinor !== undefined && { amountMinor }),
    };
  });
}

/** What was looked at or put into a cart: nothing changed hands, so the quantity is 0 and there is no amount. */
export function namedLines(properties: Json): ArrivingLine[] {
  const products = properties["products"] === undefined ? [properties] : productsIn(properties);
  const known = products.filter((product) => codeOf(product) !== undefined);
  return known.map((product) => ({ ...itemOf(product, "the product"), quantity: 0 }));
}

function productsIn(properties: Json): readonly Json[] {
  return listIn(properties["products"], "properties.products").map((product, index) => {
    if (isJson(product)) return product;
    throw new InvalidInput(`products[${index}] is no object`);
  });
}

function itemOf(product: Json, field: string): Pick<ArrivingLine, "item" | "name"> {
  const item = codeOf(product);
  if (item === undefined) throw new InvalidInput(`${field} has neither product_id, sku nor name`);
  const name = textIn(product["name"], `${field}.name`);
  return { item, ...(name !== undefined && { name }) };
}

function codeOf(product: Json): string | undefined {
  return (
    textIn(product["product_id"], "product_id") ?? textIn(product["sku"], "sku") ?? textIn(product["name"], "name")
  );
}
