import { InvalidInput } from "../../foundation/errors.ts";
import { namedId } from "../../foundation/ids.ts";
import { isJson, textIn, type Json } from "./json.ts";

// How a call travelled, not what it says: copies may differ in these.
const transport = new Set(["sentAt", "receivedAt", "writeKey", "integrations", "_metadata", "version"]);

/** A call's own id; without one, an id made of what it says, so that a copy of it has the same. */
export function messageIdOf(said: Json): string {
  return textIn(said["messageId"], "messageId") ?? namedId("segment call", textOfContent(said));
}

function textOfContent(said: Json): string {
  const { library: _, ...context } = isJson(said["context"]) ? said["context"] : {};
  const content = Object.entries({ ...said, context }).filter(([name]) => !transport.has(name));
  try {
    return canonical(Object.fromEntries(content));
  } catch (error) {
    if (error instanceof RangeError) throw new InvalidInput("the call is nested too deeply");
    throw error;
  }
}

/** One text for one content, whatever the order of its members. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (!isJson(value)) return JSON.stringify(value);
  const members = Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join()}}`;
}
