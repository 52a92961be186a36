import type { Kind } from "./kind.ts";

const words: Readonly<Record<Kind, string>> = {
  "user id": "account",
  loyalty: "loyalty number",
  name: "name",
  email: "email address",
  phone: "phone number",
  card: "card",
  booking: "booking code",
  device: "device",
  contact: "contact",
};

export function kindInWords(kind: Kind): string {
  return words[kind];
}
