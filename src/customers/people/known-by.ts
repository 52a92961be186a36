import { kindInWords } from "../kind-in-words.ts";
import type { Kind } from "../kind.ts";
import { isContactKind, masked } from "./masked.ts";

/** An identifier as it is stored. */
type Identifier = { readonly kind: Kind; readonly scope: string; readonly value: string };

// Where there is one programme only, it goes without saying.
const mainProgramme = "main";

/** "loyalty number LC-204417", "phone number •••• 5678": an identifier in words, never whole where it is a way to reach somebody. */
export function identifierInWords({ kind, scope, value }: Identifier): string {
  if (kind === "name") return `the name ${value} beside ${besideWhat(scope)}`;
  if (kind === "contact") return "a contact without any identifier";
  const isHidden = isContactKind(kind) || kind === "device";
  const whose = scope === "" || scope === mainProgramme ? "" : ` (${scope})`;
  return `${kindInWords(kind)} ${isHidden ? masked(value) : value}${whose}`;
}

/** A name's scope is the weaker identifier that it came with: its kind, scope and value. */
function besideWhat(scope: string): string {
  const [, kind = "", , value = ""] = /^(\w+) (\S*) (.*)$/.exec(scope) ?? [];
  return identifierInWords({ kind: kind as Kind, scope: "", value });
}

/**
 * What tells somebody without a name from another: the strongest identifier, and our number where that identifier is
 * partly hidden, because two may share what is left to see.
 */
export function knownBy(customer: string, strongest: Identifier | undefined): string {
  const number = `no. ${customer.slice(0, 8)}`;
  if (!strongest || strongest.kind === "contact") return number;
  const says = identifierInWords(strongest);
  return says.includes("•") ? `${says}, ${number}` : says;
}
