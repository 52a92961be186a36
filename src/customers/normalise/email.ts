import { domainToASCII } from "node:url";

const local = /^[^\s@"(),:;<>[\]\\\p{C}]{1,64}$/u;
const domain = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?!\d+$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])$/;
// Zero-width signs and soft hyphens come along when an address is pasted from a page.
const invisible = /\p{Cf}/gu;

/**
 * The key by which an address is compared: NFKC, lower case, the domain in ASCII. Null: this is no address.
 * Dots and +tags stay, because only some providers ignore them. Send to the address as it was typed, not to this.
 */
export function normaliseEmail(text: string): string | null {
  if (text.length > 1000) return null;
  const plain = foldCase(text.replace(invisible, "")).trim();
  const at = plain.lastIndexOf("@");
  if (at < 1) return null;
  const host = domainToASCII(plain.slice(at + 1).replace(/\.$/, ""));
  const email = `${plain.slice(0, at)}@${host}`;
  return local.test(plain.slice(0, at)) && domain.test(host) && email.length <= 254 ? email : null;
}

// Lower-casing can undo the composition of a few letters, so the text is composed again.
function foldCase(text: string): string {
  return text.normalize("NFKC").toLowerCase().normalize("NFKC");
}
