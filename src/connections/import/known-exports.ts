import type { Field, Kind } from "./fields.ts";

/** A public file whose columns do not mean what they are called. */
type KnownExport = {
  readonly kind: Kind;
  readonly columns: readonly string[];
  readonly means: Partial<Record<Field, string>>;
  readonly because: string;
};

const onePerOrder = "customer_id is a new one for every order in files of this shape";

const knownExports: readonly KnownExport[] = [
  {
    kind: "orders",
    columns: ["order_id", "customer_id", "order_purchase_timestamp", "order_estimated_delivery_date"],
    means: { booking: "customer_id" },
    because: onePerOrder,
  },
  {
    kind: "customers",
    columns: ["customer_id", "customer_unique_id"],
    means: { customer: "customer_unique_id", booking: "customer_id" },
    because: onePerOrder,
  },
];

export function knownExport(kind: Kind, header: readonly string[]): KnownExport | undefined {
  return knownExports.find((known) => known.kind === kind && known.columns.every((column) => header.includes(column)));
}
