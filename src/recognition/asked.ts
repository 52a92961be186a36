import { identitiesOf, type Ids, type Kind, type Naming } from "../customers/index.ts";
import { InvalidInput } from "../foundation/errors.ts";
import type { RecogniseQuery } from "./contract.ts";
import type { CodeScope } from "./memory.ts";

/** An identity that the question may mean, and how. */
export type Asked = { readonly id: string; readonly kind: Kind | "id" };

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Which identities a question names exactly; the strongest reading of free text comes first. */
export function askedFor(query: RecogniseQuery, scopes: readonly CodeScope[], naming: Naming): readonly Asked[] {
  const { q, email, phone, card, id } = query;
  if ([q, email, phone, card, id].filter((given) => given !== undefined).length !== 1) {
    throw new InvalidInput("Ask by exactly one of q, email, phone, card and id.");
  }
  if (id !== undefined) return uuid.test(id) ? [{ id: id.toLowerCase(), kind: "id" }] : [];
  if (q !== undefined) return freeText(q.trim(), scopes, naming);
  return stated({ email, phone, card }, "", naming);
}

function freeText(text: string, scopes: readonly CodeScope[], naming: Naming): readonly Asked[] {
  if (uuid.test(text)) return [{ id: text.toLowerCase(), kind: "id" }];
  if (text.includes("@")) return stated({ email: text }, "", naming);
  // A name is two words, or letters only; everything else may be a number or a code.
  const isCode = !/\s/.test(text);
  const isPhone = (text.match(/\d/g)?.length ?? 0) >= 5 && !/\p{L}/u.test(text);
  return [
    ...(isCode ? scopes.flatMap((scope) => ofCode(text, scope, naming)) : []),
    ...(isPhone ? stated({ phone: text }, "", naming) : []),
    ...(isCode ? stated({ card: text }, "", naming) : []),
  ];
}

function ofCode(text: string, { kind, scope }: CodeScope, naming: Naming): readonly Asked[] {
  if (kind === "user id") return stated({ userId: text }, scope, naming);
  if (kind === "loyalty") return stated({ loyalty: { programme: scope, number: text } }, "", naming);
  if (kind === "booking") return stated({ booking: text }, scope, naming);
  return stated({ device: text }, scope, naming);
}

function stated(ids: Ids, source: string, naming: Naming): readonly Asked[] {
  return identitiesOf(ids, source, undefined, naming).map(({ id, kind }) => ({ id, kind }));
}
