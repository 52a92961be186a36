import { describe, expect, it } from "vitest";
import { WrongUsage } from "../../foundation/errors.ts";
import { mapColumns, type ColumnMap } from "./column-map.ts";
import type { Kind } from "./fields.ts";

const source = (header: string, ...rows: string[]) => ({
  header: header.split(","),
  sample: rows.map((raw, n) => ({ line: n + 2, fields: raw.split(","), raw })),
});

function named({ columns, header }: ColumnMap): Record<string, string> {
  return Object.fromEntries([...columns].map(([field, column]) => [field, header[column]!]));
}

const guessed = (kind: Kind, header: string, ...rows: string[]) =>
  named(mapColumns(kind, undefined, source(header, ...rows)));

describe("guessing what columns hold", () => {
  it("knows a wholesaler's invoices, and that a country is no place", () => {
    expect(guessed("orders", "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country")).toEqual({
      basket: "InvoiceNo", item: "StockCode", name: "Description", quantity: "Quantity", at: "InvoiceDate",
      price: "UnitPrice", customer: "CustomerID",
    }); // prettier-ignore
  });

  it("knows a marketplace's orders, lines and customers, whose customer_id is one per order", () => {
    const orders = "order_id,customer_id,order_status,order_purchase_timestamp,order_approved_at,order_delivered_carrier_date,order_delivered_customer_date,order_estimated_delivery_date"; // prettier-ignore
    expect(guessed("orders", orders)).toEqual({
      basket: "order_id", booking: "customer_id", status: "order_status", at: "order_purchase_timestamp",
      delivered_at: "order_delivered_customer_date", promised_at: "order_estimated_delivery_date",
    }); // prettier-ignore
    expect(guessed("orders", "order_id,order_item_id,product_id,seller_id,shipping_limit_date,price,freight_value")).toEqual({
      basket: "order_id", line: "order_item_id", item: "product_id", price: "price",
    }); // prettier-ignore
    const customers = "customer_id,customer_unique_id,customer_zip_code_prefix,customer_city,customer_state";
    expect(guessed("customers", customers)).toEqual({
      booking: "customer_id", customer: "customer_unique_id", postcode: "customer_zip_code_prefix", city: "customer_city",
      region: "customer_state",
    }); // prettier-ignore
  });

  it("knows people's columns in two languages", () => {
    expect(guessed("customers", "Kundennummer,Vorname,Nachname,E-Mail,Telefon,Geburtsdatum,Straße,PLZ,Ort")).toEqual({
      customer: "Kundennummer", forename: "Vorname", surname: "Nachname", email: "E-Mail", phone: "Telefon",
      birth_date: "Geburtsdatum", street: "Straße", postcode: "PLZ", city: "Ort",
    }); // prettier-ignore
  });

  it("does not take a column for e-mail that holds none", () => {
    expect(guessed("customers", "id,email", "1,yes", "2,no")).toEqual({ customer: "id" });
  });

  it("takes neither of two columns with one heading", () => {
    expect(guessed("customers", "id,email,email,phone")).toEqual({ customer: "id", phone: "phone" });
  });

  it("takes a total for the amount of orders, never of lines", () => {
    expect(guessed("orders", "order_id,date,total")).toMatchObject({ amount: "total" });
    expect(guessed("orders", "order_id,date,sku,total")).not.toHaveProperty("amount");
  });
});

describe("being told what columns hold", () => {
  const people = source('id,mail,"Name, full"', "1,a@b.example,Ann");

  it("believes what is said, guesses the rest, and leaves alone what is said to be absent", () => {
    const map = mapColumns("customers", "loyalty=ID,email=", source("id,email,phone"));
    expect(named(map)).toEqual({ loyalty: "id", phone: "phone" });
    expect(map.guesses.map((guess) => guess.field)).toEqual(["phone"]);
  });

  it("reads columns with commas in quotes", () => {
    const header = ["id", "Name, full"];
    expect(named(mapColumns("customers", '"full_name=Name, full"', { header, sample: [] }))).toMatchObject({
      full_name: "Name, full",
    });
  });

  it.each([
    ["customers", "colour=id", /does not know "colour" in customers\. It knows: customer, loyalty/],
    ["customers", "customer=nothing", /no column "nothing"\. It has: id, mail/],
    ["customers", "customer", /has no "="/],
    ["customers", "customer=id,customer=mail", /names customer twice/],
    ["orders", "customer=id", /Say which column holds basket and at: --map basket=COLUMN/],
    ["touches", "", /Say which column holds at/],
  ] as const)("explains what is wrong with --as %s --map %s", (kind, map, message) => {
    expect(() => mapColumns(kind, map, people)).toThrow(WrongUsage);
    expect(() => mapColumns(kind, map, people)).toThrow(message);
  });
});
