/** What a file holds, as `--as` says it. */
export const kinds = ["orders", "customers", "touches"] as const;
export type Kind = (typeof kinds)[number];

/** Strongest first, as customers/ ranks what they become. */
export const identifiers = ["customer", "loyalty", "email", "phone", "card", "booking", "device"] as const;
export type Identifier = (typeof identifiers)[number];

const ofOrders = [
  "basket", "line", "at", "promised_at", "delivered_at", "item", "name", "quantity", "price", "amount", "currency",
  "place", "staff", "channel", "status", "version",
] as const; // prettier-ignore
const ofTouches = ["message", "at", "touchpoint", "place", "staff", "channel", "text", "version"] as const;
export const ofPeople = [
  "forename", "surname", "full_name", "birth_date", "gender", "street_number", "street", "street2", "city", "region",
  "postcode", "country", "national_id",
] as const; // prettier-ignore
const ofCustomers = [...ofPeople, "at", "version"] as const;

export type Field = Identifier | (typeof ofOrders)[number] | (typeof ofTouches)[number] | (typeof ofCustomers)[number];

/** The names that `--map` knows. `version` is the source's own time of this version of the row. */
export const fieldsOf: Readonly<Record<Kind, readonly Field[]>> = {
  orders: [...identifiers, ...ofOrders],
  customers: [...identifiers, ...ofCustomers],
  touches: [...identifiers, ...ofTouches],
};
