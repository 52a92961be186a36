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
  for (const reading of readings(written)) {
    const number = valid(reading, region);
    if (number) return { value: number.number, e164: true };
  }
  return { value: written, e164: false };
}

function asWritten(text: string): string {
  if (isTidy.test(text)) return text;
  const short = text.slice(0, 4 * longest).normalize("NFKC");
  return short
    .replace(/[\p{C}\p{Z}]+/gu, " ")
    .trim()
    .slice(0, longest)
    .trim();
}

const isTidy = /^\+?\d{1,20}$/;

// As it stands; with 00 as the way out of a country that dials otherwise; with letters as on a keypad: 1-800-FLOWERS.
function* readings(written: string): Generator<string> {
  yield written;
  if (/^[^\d+]*00/.test(written)) yield written.replace(/^[^\d+]*00/, "+");
  if (word.test(written)) yield onKeypad(written);
}

const keypad = "22233344455566677778889999";
const word = /\p{L}{3,}/u;

// A word after a whole number is a remark, "030 123456 Durchwahl 9", and no part of it.
function onKeypad(written: string): string {
  const digits = written.replace(/[^\d+]/g, "");
  if (digits.length > 9) return "";
  return written.replace(/^[^\d+(]+/, "").replace(/[a-z]/gi, (letter) => keypad[(letter.charCodeAt(0) & 31) - 1]!);
}

function valid(reading: string, region: string): PhoneNumber | undefined {
  const country = region.toUpperCase();
  const number = parsePhoneNumberFromString(reading, isSupportedCountry(country) ? country : undefined);
  return number?.isValid() ? number : undefined;
}
