import type { ArrivingRecord } from "../../touchpoints/index.ts";
import { textIn, type Json } from "./json.ts";
import { amountIn, currencyIn } from "./money.ts";
import { boughtLines, namedLines } from "./products.ts";

/** What of a record every event of a call shares: who, when, by which channel. */
export type Base = Omit<ArrivingRecord, "touchpoint">;

type Translate = (base: Base, properties: Json, currency: string) => ArrivingRecord[];

// Segment's e-commerce events that say more than their name. Other names are touchpoints of their own.
const events: Readonly<Record<string, Translate>> = {
  "order completed": completed,
  "order updated": (base, properties, currency) => [contents(base, properties, currency)],
  "order cancelled": cancelled,
  "order canceled": cancelled,
  "order refunded": refunded,
  "product viewed": looked("product viewed"),
  "product added": looked("product added"),
  "product removed": looked("product removed"),
  "checkout started": looked("checkout started"),
};

export function commerceEvent(name: string): Translate | undefined {
  const words = name
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, " ")
    .trim();
  return Object.hasOwn(events, words) ? events[words] : undefined;
}

/**
 * An order is one message, known by its order id. When and where it was made is one part of it, what it contains another:
 * an update replaces the contents and leaves the order at its time.
 */
function completed(base: Base, properties: Json, currency: string): ArrivingRecord[] {
  if (orderId(properties) === undefined) return [{ ...contents(base, properties, currency), part: undefined }];
  const made = { ...ofOrder(base, properties), part: "order" as const };
  return [made, contents(base, properties, currency)];
}

function contents(base: Base, properties: Json, currency: string): ArrivingRecord {
  const lines = boughtLines(properties, currency);
  const amountMinor = totalOf(properties, currency);
  return {
    ...ofOrder(base, properties),
    ...money(properties),
    ...(lines.length > 0 && { lines }),
    ...(amountMinor !== undefined && { amountMinor }),
    ...(orderId(properties) !== undefined && { part: "status" as const }),
  };
}

function cancelled(base: Base, properties: Json, currency: string): ArrivingRecord[] {
  return [{ ...contents(base, properties, currency), status: "cancelled" }];
}

/** A message of its own: the order stands as it was sold. */
function refunded(base: Base, properties: Json, currency: string): ArrivingRecord[] {
  const lines = boughtLines(properties, currency, -1);
  const total = totalOf(properties, currency);
  const place = placeOf(properties);
  return [
    {
      ...base,
      ...money(properties),
      touchpoint: "return",
      ...(place !== undefined && { place }),
      ...(lines.length > 0 && { lines }),
      ...(total !== undefined && { amountMinor: -Math.abs(total) }),
    },
  ];
}

function looked(touchpoint: string): Translate {
  return (base, properties) => {
    const lines = namedLines(properties);
    return [{ ...base, touchpoint, ...(lines.length > 0 && { lines }) }];
  };
}

function ofOrder(base: Base, properties: Json): ArrivingRecord {
  const place = placeOf(properties);
  return {
    ...base,
    messageId: orderId(properties) ?? base.messageId,
    touchpoint: "order",
    ...(place !== undefined && { place }),
  };
}

function orderId(properties: Json): string | undefined {
  return textIn(properties["order_id"], "properties.order_id");
}

/** Segment's word for the shop where an order was made. */
function placeOf(properties: Json): string | undefined {
  return textIn(properties["affiliation"], "properties.affiliation");
}

function money(properties: Json): { currency?: string } {
  const currency = currencyIn(properties);
  return currency === null ? {} : { currency };
}

function totalOf(properties: Json, currency: string): number | undefined {
  return (
    amountIn(properties["total"], "properties.total", currency) ??
    amountIn(properties["revenue"], "properties.revenue", currency) ??
    amountIn(properties["value"], "properties.value", currency)
  );
}
