import { InvalidInput } from "../../foundation/errors.ts";
import type { Arrival } from "../arriving/index.ts";
import { isCallType, type Envelope } from "./call.ts";
import { isJson, objectIn, type Json } from "./json.ts";
import { messageIdOf } from "./message-id.ts";
import { translate } from "./translate.ts";

const mostProperties = 10_000;

/** One call as a message, or why it is none. Whatever comes, it does not throw. */
export function readCall(value: unknown, envelope: Envelope): Arrival {
  if (!isJson(value)) return { messageId: null, refused: "the call is no object" };
  let messageId: string | null = null;
  try {
    messageId = messageIdOf(value);
    return { messageId, records: translate(callOf(value, messageId, envelope)) };
  } catch (error) {
    if (error instanceof InvalidInput) return { messageId, refused: error.message };
    throw error;
  }
}

function callOf(said: Json, messageId: string, envelope: Envelope): Parameters<typeof translate>[0] {
  const type = envelope.type ?? said["type"];
  if (!isCallType(type)) throw new InvalidInput("type is none of identify, track, page, screen, group, alias");
  for (const member of ["properties", "traits"]) {
    const properties = Object.keys(objectIn(said[member], member)).length;
    if (properties > mostProperties)
      throw new InvalidInput(`${member} has ${properties} members; ${mostProperties} are the most`);
  }
  const context = { ...envelope.context, ...objectIn(said["context"], "context") };
  return { type, said, context, messageId, envelope };
}
