import { InvalidInput } from "../../foundation/errors.ts";
import type { ArrivingRecord, Channel } from "../../touchpoints/index.ts";
import type { Call } from "./call.ts";
import { commerceEvent, type Base } from "./commerce.ts";
import { isJson, objectIn, textIn, type Json } from "./json.ts";
import { currencyIn } from "./money.ts";
import { factsIn } from "./traits.ts";
import { whenSaid } from "./when.ts";
import { whoIsAliased, whoIsMeant } from "./who.ts";

/** What one call says, as records. Nothing in them tells how the call travelled: its copies make the same records. */
export function translate(call: Call): ArrivingRecord[] {
  switch (call.type) {
    case "identify":
      return [{ ...baseOf(call, ownTraits(call)), touchpoint: "profile" }];
    case "track":
      return tracked(call);
    case "page":
    case "screen":
      return [{ ...baseOf(call), touchpoint: call.type, ...viewed(call) }];
    case "group":
      return [grouped(call)];
    case "alias":
      return [{ ...baseOf(call), touchpoint: "alias", ...whoIsAliased(call, contextTraits(call)) }];
  }
}

function baseOf(call: Call, traits: Json = contextTraits(call)): Base {
  const { at, statedAt } = whenSaid(call);
  const facts = factsIn(traits);
  const channel = channelOf(call.context);
  return {
    source: call.envelope.source,
    messageId: call.messageId,
    at,
    ...(statedAt !== undefined && { statedAt, version: statedAt }),
    ids: whoIsMeant(call, traits),
    ...(Object.keys(facts).length > 0 && { facts }),
    ...(channel && { channel }),
  };
}

function contextTraits({ context }: Call): Json {
  return objectIn(context["traits"], "context.traits");
}

function ownTraits(call: Call): Json {
  return { ...contextTraits(call), ...objectIn(call.said["traits"], "traits") };
}

function tracked(call: Call): ArrivingRecord[] {
  const event = textIn(call.said["event"], "event");
  if (event === undefined) throw new InvalidInput("track needs event");
  const properties = objectIn(call.said["properties"], "properties");
  const translateEvent = commerceEvent(event);
  const base = baseOf(call);
  if (!translateEvent) return [{ ...base, touchpoint: event }];
  return translateEvent(base, properties, currencyIn(properties) ?? call.envelope.currency);
}

/** What was looked at, in words for the timeline. */
function viewed({ said, context }: Call): { text?: string } {
  const properties = objectIn(said["properties"], "properties");
  const page = isJson(context["page"]) ? context["page"] : {};
  const named = [textIn(said["category"], "category"), textIn(said["name"], "name")].filter((one) => one !== undefined);
  const text =
    named.join(" / ") ||
    scalar(properties["title"]) ||
    scalar(page["title"]) ||
    scalar(properties["path"]) ||
    scalar(page["path"]);
  return text ? { text } : {};
}

function scalar(value: unknown): string {
  return typeof value === "string" ? value.trim() : "";
}

/** The traits of a group are the company's, not the person's. */
function grouped(call: Call): ArrivingRecord {
  const groupId = textIn(call.said["groupId"], "groupId");
  if (groupId === undefined) throw new InvalidInput("group needs groupId");
  const traits = objectIn(call.said["traits"], "traits");
  const base = baseOf(call);
  const company = textIn(traits["name"], "traits.name") ?? groupId;
  return { ...base, touchpoint: "group", facts: { ...base.facts, company, companyId: groupId } };
}

function channelOf(context: Json): Channel | undefined {
  if (isJson(context["page"])) return "web";
  return isJson(context["app"]) || isJson(context["device"]) ? "product use" : undefined;
}
