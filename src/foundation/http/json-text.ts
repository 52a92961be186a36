import { InvalidInput } from "../errors.ts";

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** Bytes of a request as text; what is no UTF-8 is refused, a byte-order mark is dropped. */
export function textOf(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new InvalidInput("The body is no UTF-8. Send JSON encoded as UTF-8.");
  }
}

/** JSON that a database can keep: no NUL character, no half of a surrogate pair, no `__proto__`. */
export function parseJson(text: string): unknown {
  const value = parsed(text);
  // Only an escape can bring these in: raw ones are refused by the decoder and by JSON itself.
  if (text.includes("\\u") || text.includes("__proto__")) refuseUnkeepable(value, "#");
  return value;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InvalidInput(`The body is no JSON${where(error)}.`);
  }
}

/** Only the position: the engine's message quotes the body, which may hold personal data. */
function where(error: unknown): string {
  const position = /at position (\d+)/.exec((error as Error).message);
  return position ? ` from character ${position[1]} on` : "";
}

type Visit = { readonly value: unknown; readonly pointer: string };

/** Walks with a list of its own: a deeply nested body must not exhaust the stack. */
function refuseUnkeepable(value: unknown, pointer: string): void {
  const open: Visit[] = [{ value, pointer }];
  for (let next = open.pop(); next; next = open.pop()) {
    if (typeof next.value === "string") refuseText(next.value, next.pointer);
    if (typeof next.value === "object" && next.value !== null) open.push(...membersOf(next.value, next.pointer));
  }
}

function membersOf(value: object, pointer: string): Visit[] {
  return Object.entries(value).map(([name, member]) => {
    refuseText(name, pointer);
    if (name === "__proto__") throw unkeepable(pointer, "has a member called __proto__");
    return { value: member as unknown, pointer: `${pointer}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}` };
  });
}

function refuseText(text: string, pointer: string): void {
  if (text.includes("\0")) throw unkeepable(pointer, "holds a NUL character");
  if (/\p{Surrogate}/u.test(text)) throw unkeepable(pointer, "holds half a surrogate pair, which is no character");
}

function unkeepable(pointer: string, detail: string): InvalidInput {
  return new InvalidInput("The body holds text that cannot be kept.", [{ pointer, detail }]);
}
