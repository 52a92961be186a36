import { isPlaceholder, normaliseEmail, normaliseName } from "../normalise/index.ts";

/* One spelling for what is written in each field; "" is missing. */

const longest = 200;

export function nameAsCompared(text: string): string {
  const name = normaliseName(text).slice(0, longest);
  return isPlaceholder("name", name) ? "" : name;
}

const plainEmail = /^[a-z0-9._+-]+@[a-z0-9.-]+$/;

/** Mistyped addresses are compared as well, so what is no address stays as it is, in small letters. */
export function emailAsCompared(text: string): string {
  const typed = text.trim().toLowerCase();
  const email = plainEmail.test(typed) ? typed : (normaliseEmail(typed) ?? typed);
  return isNothing(email) || isPlaceholder("email", email) ? "" : email.slice(0, longest);
}

/** Digits alone: how a country or a space is written does not matter. */
export function phoneAsCompared(text: string): string {
  const digits = text
    .normalize("NFKC")
    .replace(/[^0-9]/g, "")
    .replace(/^0+/, "");
  return digits.length < 4 || isPlaceholder("phone", digits) ? "" : digits.slice(0, 20);
}

export function codeAsCompared(text: string): string {
  const code = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "")
    .slice(0, longest);
  return isNothing(code) ? "" : code;
}

const apostrophes = /['’‘ʼʻ`´′]/gu;
const plainText = /^[a-z0-9]+(?: [a-z0-9]+)*$/;

export function textAsCompared(text: string): string {
  const small = text.trim().toLowerCase();
  if (isNothing(small)) return "";
  if (plainText.test(small)) return small.slice(0, longest);
  const bare = small
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(apostrophes, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  return isNothing(bare) ? "" : bare.slice(0, longest);
}

const nothing = new Set([
  "",
  "null",
  "none",
  "nan",
  "n/a",
  "na",
  "nil",
  "unknown",
  "undefined",
  "-",
  "--",
  "?",
  "not known",
]);

function isNothing(text: string): boolean {
  return nothing.has(text);
}

/** YYYYMMDD. Impossible dates are compared as they are mistyped: 19901332. What is no date at all stays as written. */
export function dateAsCompared(text: string): string {
  const typed = text.trim();
  const iso = /^(\d{4})-(\d\d?)-(\d\d?)(?:[T ].*)?$/.exec(typed);
  if (iso) return iso[1]! + iso[2]!.padStart(2, "0") + iso[3]!.padStart(2, "0");
  return isNothing(typed.toLowerCase()) ? "" : typed.toLowerCase().slice(0, 40);
}
