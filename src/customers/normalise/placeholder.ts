import type { Kind } from "../kind.ts";
import { normaliseName } from "./name.ts";

const nothing =
  "none null nil nan na n/a n.a. undefined unknown unspecified anonymous anon guest test tester testing dummy default empty blank " +
  "no not tbd tba xxx xx x - -- --- . ? unbekannt gast keine kein inconnu anonyme desconocido ninguno sconosciuto nessuno onbekend geen";
const empty = new Set(nothing.split(" "));
const nameless = new Set([
  ...empty,
  "customer",
  "walk in",
  "walkin",
  "walk in customer",
  "cash customer",
  "guest guest",
  "test test",
  "test user",
  "test customer",
  "no name",
  "unknown unknown",
  "n a",
  "laufkundschaft",
  "kunde",
  "barkunde",
  "client",
  "invite",
  "cliente",
  "asdf",
  "qwerty",
  "staff",
  "the customer",
]);
const deafMailboxes = new Set([
  "noreply",
  "no-reply",
  "donotreply",
  "do-not-reply",
  "noemail",
  "no-email",
  "nomail",
  "no",
  "none",
  "unknown",
  "na",
  "null",
]);
const idleMailboxes = new Set([...empty, "a", "aa", "aaa", "abc", "asdf", "email", "mail", "name", "user", "you"]);
const idleDomains =
  /^(?:test|none|noemail|nomail|na|no|email|domain|abc|asdf|xxx|x|a|aa|aaa|fake|unknown|example)\.[a-z]{2,3}$/;

/**
 * Is a normalised value one that people type to get past a field? It names nobody and may never join people.
 * Says yes only where a real person would hardly have this value: a wrong yes splits one customer in two.
 */
export function isPlaceholder(kind: Kind, value: string): boolean {
  if (kind === "email") return isEmptyEmail(value);
  if (kind === "name") return isNameless(value);
  if (kind === "phone")
    return empty.has(value.toLowerCase()) || hasOneDigitOnly(value.slice(-7)) || /^\D*0*\D*$/.test(value);
  return (
    empty.has(value.toLowerCase()) ||
    /^-?[0\s-]+$/.test(value) ||
    (value.length >= 7 && hasOneDigitOnly(value)) ||
    value === "-1"
  );
}

/** Is a person's name, as it was written, one that names nobody? "Guest", "N/A", "Test Customer 2". */
export function namesNobody(written: string): boolean {
  return written.length <= longestNameless && isPlaceholder("name", normaliseName(written));
}

const longestNameless = 40;

// "guest 12", "unknown guest"; "na no" may be somebody's.
function isNameless(value: string): boolean {
  const unnumbered = value.replace(/ ?\d+$/, "");
  if (unnumbered === "" || nameless.has(unnumbered)) return true;
  return unnumbered.split(" ").every((word) => word.length > 3 && nameless.has(word));
}

function isEmptyEmail(value: string): boolean {
  const [mailbox = "", domain = ""] = value.split("@");
  return (
    deafMailboxes.has(mailbox) ||
    (idleMailboxes.has(mailbox) && (idleDomains.test(domain) || domain.startsWith(`${mailbox}.`)))
  );
}

function hasOneDigitOnly(text: string): boolean {
  return /^(\d)\1*$/.test(text);
}
