import { factName } from "../../customers/index.ts";
import { isJson, type Json } from "./json.ts";

// Identifiers by which a person is found; they are no facts beside that.
const identifiers = new Set(["email", "phone"]);

/** What traits state about a person, as facts in text. Objects are told member by member, lists as one text. */
export function factsIn(traits: Json): Record<string, string> {
  const told = Object.entries(traits).flatMap(([name, value]) => factsOf(name, value));
  return Object.fromEntries(told.filter(([name, text]) => name !== "" && text.trim() !== ""));
}

function factsOf(name: string, value: unknown): [string, string][] {
  const fact = factName(name);
  if (identifiers.has(fact)) return [];
  if (!isJson(value)) return oneFact(fact, scalarText(value));
  if (fact === "address") return oneFact(fact, addressText(value));
  if (fact === "company")
    return [...oneFact(fact, scalarText(value["name"])), ...oneFact("companyId", scalarText(value["id"]))];
  return Object.entries(value).flatMap(([member, inner]) => oneFact(factName(`${name} ${member}`), scalarText(inner)));
}

function oneFact(fact: string, text: string | undefined): [string, string][] {
  if (text === undefined) return [];
  // A birth date is a day: senders add an hour to it.
  return [[fact, fact === "birthDate" ? text.replace(/^(\d{4}-\d\d-\d\d)T.*$/, "$1") : text]];
}

function addressText(address: Json): string | undefined {
  const part = (...names: string[]): string => names.flatMap((name) => scalarText(address[name]) ?? []).join(" ");
  const text = [part("street"), part("postalCode", "city"), part("state"), part("country")].filter((one) => one !== "");
  return text.length > 0 ? text.join(", ") : undefined;
}

function scalarText(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (!Array.isArray(value)) return undefined;
  const members = value.flatMap((member) => scalarText(member) ?? []);
  return members.length > 0 ? members.join(", ") : undefined;
}
