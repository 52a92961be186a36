import type { Actor } from "../../foundation/context.ts";
import { NotAllowed, NotSignedIn } from "../../foundation/errors.ts";
import type { Doorkeeper } from "../../foundation/http/index.ts";
import type { Json } from "./json.ts";

export type WriteKey = Extract<Actor, { kind: "key" }> & { readonly source: string };

/** Whose call it is: the key of the request's header, else the writeKey in the body. */
export async function writerOf(actor: Actor | undefined, said: Json, doorkeeper: Doorkeeper): Promise<WriteKey> {
  const writeKey = said["writeKey"];
  const inBody = actor?.kind !== "key" && typeof writeKey === "string" && writeKey !== "";
  const writer = inBody ? await doorkeeper.ofKey(writeKey) : actor;
  if (!writer) throw new NotSignedIn(`No write key that we know. ${remedy}`);
  if (writer.kind === "key" && writer.may === "write" && writer.source !== null)
    return { ...writer, source: writer.source };
  throw new NotAllowed(`${writer.name} may not write events. ${remedy}`);
}

const remedy =
  "Send a write key as the user of Basic, or as writeKey in the body; regulars keys add NAME --may write --source SOURCE makes one.";
