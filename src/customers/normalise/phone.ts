import { isSupportedCountry, parsePhoneNumberFromString, type PhoneNumber } from "libphonenumber-js/max";

/** `e164` false: nobody could dial this for sure. It is kept as written and links nothing. */
export type NormalPhone = { readonly value: string; readonly e164: boolean };

const longest = 100;

/**
 * Makes a number E.164 with the help of a region ("DE"), for numbers written without a country. An extension is left away:
 * the number of the house is what a phone shows. Only numbers that exist in the numbering plan are made; no guess.
 */
export function normalisePhone(text: string, region: string): NormalPhone {
  const written = asWritten(text);
  const number = readings(written)
    .map((reading) => valid(reading, region))
    .find((found) => found !== undefined);
  return number ? { value: number.number, e164: true } : { value: written, e164: false };
}

function asWritten(text: string): string {
  const short = text.slice(0, 4 * longest).normalize("NFKC");
  return short
    .replace(/[\p{C}\p{Z}]+/gu, " ")
    .trim()
    .slice(0, longest)
    .trim();
}

// As it stands; with 00 as the way out of a country that dials otherwise; with letters as on a keypad: 1-800-FLOWERS.
function readings(written: string): readonly string[] {
  return [written, written.replace(/^[^\d+]*00/, "+"), onKeypad(written)];
}

const keypad = "22233344455566677778889999";
const word = /\p{L}{3,}/u;

// A word after a whole number is a remark, "030 123456 Durchwahl 9", and no part of it.
function onKeypad(written: string): string {
  const digits = written.replace(/[^\d+]/g, "");
  if (!word.test(written) || digits.length > 9) return "";
  return written.replace(/^[^\d+(]+/, "").replace(/[a-z]/gi, (letter) => keypad[(letter.charCodeAt(0) & 31) - 1]!);
}

function valid(reading: string, region: string): PhoneNumber | undefined {
  const country = region.toUpperCase();
  const number = parsePhoneNumberFromString(reading, isSupportedCountry(country) ? country : undefined);
  return number?.isValid() ? number : undefined;
}
