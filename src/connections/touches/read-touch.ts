import { Compile } from "typebox/compile";
import { factName } from "../../customers/index.ts";
import { readChannel, type ArrivingRecord } from "../../touchpoints/index.ts";
import type { Arrival } from "../arriving/index.ts";
import { TouchBody } from "./contract.ts";
import type { Clocks } from "./clocks.ts";

const shape = Compile(TouchBody);

/** One member of the body as a message, or why it is none. Whatever comes, it does not throw. */
export function readTouch(value: unknown, source: string, clocks: Clocks): Arrival {
  const messageId = messageIdOf(value);
  // Few touches hold a null: only where the shape is not right is it worth looking for one.
  const said = shape.Check(value) ? value : withoutNulls(value);
  if (!shape.Check(said)) return { messageId, refused: whatIsWrong(said) };
  const channel = said.channel === undefined ? undefined : readChannel(said.channel);
  if (said.channel !== undefined && channel === undefined) return { messageId, refused: unknownChannel };
  const times = readTimes(said, clocks(said.place));
  if (typeof times === "string") return { messageId, refused: times };
  return { messageId, records: [{ ...recordOf(said, source), ...(channel && { channel }), ...times }] };
}

function recordOf(said: TouchBody, source: string): Omit<ArrivingRecord, "at"> {
  const { messageId, touchpoint, place, staff, status, currency, amountMinor, lines, text, cancels } = said;
  return {
    source,
    messageId,
    touchpoint,
    place,
    staff,
    status,
    currency,
    amountMinor,
    lines,
    text,
    cancels,
    ids: said.ids ?? {},
    facts: said.facts && factsOf(said.facts),
    asked: said.asked?.map(factName),
    waitSeconds: said.waitSeconds && wholeSeconds(said.waitSeconds),
  };
}

function factsOf(facts: NonNullable<TouchBody["facts"]>): Record<string, string> {
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [factName(name), String(value)]));
}

const times = ["at", "version", "promisedAt", "deliveredAt", "expectedAt"] as const;

type Times = { readonly at: number } & { readonly [Name in (typeof times)[number]]?: number };

function readTimes(said: TouchBody, read: (text: string) => number | undefined): Times | string {
  const found: { [Name in (typeof times)[number]]?: number } = {};
  for (const name of times) {
    const text = said[name];
    if (text === undefined) continue;
    found[name] = read(text);
    if (found[name] === undefined) return `${name} is no date and time in ISO 8601: "2026-05-04T12:30:00Z"`;
  }
  return found as Times;
}

function wholeSeconds(waits: NonNullable<TouchBody["waitSeconds"]>): NonNullable<ArrivingRecord["waitSeconds"]> {
  return Object.fromEntries(Object.entries(waits).map(([which, seconds]) => [which, Math.round(seconds)]));
}

const unknownChannel =
  "channel is not one we know: in person, phone, web, email, chat, social, print, product use; leave it out for the touchpoint's own";

/** The three first mistakes: more would not be read. */
function whatIsWrong(said: unknown): string {
  if (typeof said !== "object" || said === null || Array.isArray(said)) return "this is no object";
  const problems = shape
    .Errors(said)
    .filter(({ keyword }) => keyword !== "additionalProperties" && keyword !== "anyOf");
  return [...new Set(problems.map(inWords))].slice(0, 3).join("; ");
}

type Mistake = ReturnType<typeof shape.Errors>[number];

function inWords({ keyword, instancePath, message, params }: Mistake): string {
  const where = instancePath.slice(1).replaceAll("/", ".");
  if (keyword === "boolean") return `${where} is not known here`;
  if (keyword !== "required") return `${where} ${message}`;
  const missing = (params as { requiredProperties: string[] }).requiredProperties.join(", ");
  return `${where === "" ? "" : `${where}: `}${missing} ${missing.includes(",") ? "are" : "is"} missing`;
}

function messageIdOf(said: unknown): string | null {
  const id = (said as { messageId?: unknown } | null)?.messageId;
  return typeof id === "string" ? id.slice(0, 200) : null;
}

/** Two levels: the touch, and its ids, facts, waits and lines. */
function withoutNulls(value: unknown, levels = 3): unknown {
  if (levels === 0 || typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((member) => withoutNulls(member, levels - 1));
  const members = Object.entries(value).filter(([, member]) => member !== null);
  return Object.fromEntries(members.map(([name, member]) => [name, withoutNulls(member, levels - 1)]));
}
