import { keyedId } from "../foundation/ids.ts";
import type { Ids, Naming } from "./ids.ts";
import { isWeak, strength, type Kind } from "./kind.ts";
import { normaliseCode, normaliseEmail, normaliseName, normalisePhone } from "./normalise/index.ts";

/** One normalised identifier. Its id is the same wherever and in whatever order it arrives. */
export type Identity = { readonly id: string; readonly kind: Kind; readonly scope: string; readonly value: string };

const mainProgramme = "main";

/** The lasting id: HMAC-SHA256 over kind, scope and value, as a version-8 UUID. */
export function identity(kind: Kind, scope: string, value: string, naming: Naming): Identity {
  return remembered(naming.key, `${kind}\x1f${scope}\x1f${value}`, () => ({
    id: keyedId(naming.key, kind, scope, value),
    kind,
    scope,
    value,
  }));
}

// Regulars come again and again: an id, or how a number is dialled, is not worked out anew for each of their visits.
const most = 50_000;
const memories = new WeakMap<Buffer, Map<string, unknown>>();

function remembered<T>(key: Buffer, name: string, make: () => T): T {
  const memory = memories.get(key) ?? new Map<string, unknown>();
  memories.set(key, memory);
  const known = memory.get(name) as T | undefined;
  if (known !== undefined) return known;
  if (memory.size >= most) memory.clear();
  const made = make();
  memory.set(name, made);
  return made;
}

/**
 * Every identity that a record states, strongest first. A name that comes with weak identifiers only is an identity of
 * its own beside the strongest of them: Anna and Ben booking on one telephone are two. Nothing at all is a contact.
 */
export function identitiesOf(ids: Ids, source: string, name: string | undefined, naming: Naming): Identity[] {
  const byId = new Map(statedIdentities(ids, source, naming).map((one) => [one.id, one]));
  const stated = [...byId.values()].sort(strongestFirst);
  const first = stated[0];
  const normalName = name === undefined ? "" : normaliseName(name);
  if (!first || !isWeak(first.kind) || normalName === "") return stated;
  return [identity("name", `${first.kind} ${first.scope} ${first.value}`, normalName, naming), ...stated];
}

/** The identity of a record that states no identifier: itself. */
export function contactOf(source: string, messageId: string, naming: Naming): Identity {
  return { id: keyedId(naming.key, "contact", source, messageId), kind: "contact", scope: source, value: messageId };
}

export function strongestFirst(a: Identity, b: Identity): number {
  return strength(a.kind) - strength(b.kind) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

function statedIdentities(ids: Ids, source: string, naming: Naming): Identity[] {
  return [
    ...codeIdentity("user id", source, ids.userId, naming),
    ...codeIdentity("loyalty", programmeOf(ids.loyalty), numberOf(ids.loyalty), naming),
    ...severalOf(ids.email).flatMap((text) => emailIdentity(text, naming)),
    ...severalOf(ids.phone).flatMap((text) => phoneIdentity(text, naming)),
    ...codeIdentity("card", "", ids.card, naming),
    ...codeIdentity("booking", source, ids.booking, naming),
    ...codeIdentity("device", source, ids.device, naming),
  ];
}

function codeIdentity(kind: Kind, scope: string, text: string | undefined, naming: Naming): Identity[] {
  const value = text === undefined ? null : normaliseCode(text);
  return value ? [identity(kind, scope, value, naming)] : [];
}

function emailIdentity(text: string, naming: Naming): Identity[] {
  const value = normaliseEmail(text);
  return value ? [identity("email", "", value, naming)] : [];
}

// A number that cannot be made E.164 links nothing: it stays in the record as text only.
function phoneIdentity(text: string, naming: Naming): Identity[] {
  return remembered(naming.key, `dialled\x1f${naming.region}\x1f${text}`, () => {
    const { value, e164 } = normalisePhone(text, naming.region);
    return e164 ? [identity("phone", "", value, naming)] : [];
  });
}

function numberOf(loyalty: Ids["loyalty"]): string | undefined {
  return typeof loyalty === "object" ? loyalty.number : loyalty;
}

function programmeOf(loyalty: Ids["loyalty"]): string {
  return typeof loyalty === "object" ? loyalty.programme : mainProgramme;
}

function severalOf(value: string | readonly string[] | undefined): readonly string[] {
  return value === undefined ? [] : typeof value === "string" ? [value] : value;
}
