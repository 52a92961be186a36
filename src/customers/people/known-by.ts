import { kindInWords } from "../kind-in-words.ts";
import type { Kind } from "../kind.ts";
import { isContactKind, masked } from "./masked.ts";

/** An identifier as it is stored. */
type Identifier = { readonly kind: Kind; readonly scope: string; readonly value: string };

// Where there is one programme only, it goes without saying.
const mainProgramme = "main";

/** "loyalty LC-204417", "phone •••• 5678": an identifier in words, never whole where it is a way to reach somebody. */
export function identifierInWords({ kind, scope, value }: Identifier): string {
  if (kind === "name") return `the name ${value} beside ${besideWhat(scope)}`;
  if (kind === "contact") return "a contact without any identifier";
  const isHidden = isContactKind(kind) || kind === "device";
  const whose = scope === "" || scope === mainProgramme ? "" : ` (${scope})`;
  // "phone", and not "phone number": it stands where there is little room.
  const [what] = kindInWords(kind).split(" ");
  return `${what} ${isHidden ? masked(value) : value}${whose}`;
}

/** A name's scope is the weaker identifier that it came with: its kind, scope and value. */
function besideWhat(scope: string): string {
  const [, kind = "", , value = ""] = /^(\w+) (\S*) (.*)$/.exec(scope) ?? [];
  return identifierInWords({ kind: kind as Kind, scope: "", value });
}

/**
 * What tells somebody without a name from another: the strongest identifier, and the beginning of our number where that
 * identifier is partly hidden, because two may share what is left to see.
 */
export function knownBy(customer: string, strongest: Identifier | undefined): string {
  if (!strongest || strongest.kind === "contact") return `no. ${customer.slice(0, 8)}`;
  const says = identifierInWords(strongest);
  return says.includes("•") ? `${says} · ${customer.slice(0, 4)}` : says;
}
