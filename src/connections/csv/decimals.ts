/** A decimal number as it was written: `digits` · 10^−`scale`, exact. */
export type Decimal = { readonly digits: number; readonly scale: number };

/** Which sign separates the fraction; the other one, a space or an apostrophe may separate thousands. */
export type DecimalSign = "." | ",";

const shapes: Readonly<Record<DecimalSign, RegExp>> = {
  ".": /^([+-]?)(\d{1,3}(?:,\d{3})+|\d{1,3}(?:[ ’'\u00a0\u202f]\d{3})+|\d*)(?:\.(\d*))?$/,
  ",": /^([+-]?)(\d{1,3}(?:\.\d{3})+|\d{1,3}(?:[ ’'\u00a0\u202f]\d{3})+|\d*)(?:,(\d*))?$/,
};

/** Undefined for what is no number under this sign, or has more than 15 digits. Currency signs around it are dropped. */
export function readDecimal(text: string, sign: DecimalSign): Decimal | undefined {
  const simple = readPlain(text, sign === "." ? 0x2e : 0x2c);
  if (simple) return simple;
  const parts = shapes[sign].exec(text) ?? shapes[sign].exec(bare(text));
  if (!parts) return undefined;
  const [, minus, whole = "", fraction = ""] = parts;
  const digits = whole.replace(/\D/g, "") + fraction;
  if (digits === "" || digits.length > 15) return undefined;
  return { digits: Number(`${minus}${digits}`), scale: fraction.length };
}

/** What tills write: digits, perhaps a minus before and one sign between. Nine in ten numbers end here. */
function readPlain(text: string, sign: number): Decimal | undefined {
  const minus = text.charCodeAt(0) === 0x2d;
  if (text.length > 15 || text.length === (minus ? 1 : 0)) return undefined;
  let digits = 0;
  let scale = -1;
  for (let at = minus ? 1 : 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x30 && code <= 0x39) {
      digits = digits * 10 + code - 0x30;
      if (scale >= 0) scale++;
    } else if (code === sign && scale === -1 && at + 1 < text.length) scale = 0;
    else return undefined;
  }
  return { digits: minus ? -digits : digits, scale: Math.max(0, scale) };
}

/** "€ 12.50", "12,50 EUR", "(12.50)" and "12.50-", as bookkeepers write what is owed. */
function bare(text: string): string {
  const inner = text
    .replace(/^\s*(?:[\p{Sc}]|[A-Z]{3}\b)\s*|\s*(?:[\p{Sc}]|\b[A-Z]{3})\s*$/gu, "")
    .replace("\u2212", "-");
  const owed = /^\((.+)\)$|^(.+)-$/.exec(inner);
  const amount = owed ? `-${owed[1] ?? owed[2]}` : inner;
  return amount.replace(/^([+-])\s*[\p{Sc}]\s*/u, "$1");
}

export function numberOf({ digits, scale }: Decimal): number {
  return scale === 0 ? digits : Number(`${digits}e-${scale}`);
}

/**
 * quantity × price in minor units of a currency with `exponent` decimals, rounded once, half away from zero.
 * The line is rounded, not the price: 2,000 pieces at 0.001 are 2.00.
 */
export function minorUnits(quantity: Decimal, price: Decimal, exponent: number): number {
  const product = quantity.digits * price.digits;
  const scale = quantity.scale + price.scale - exponent;
  if (Number.isSafeInteger(product) && scale <= 15)
    return scale <= 0 ? product * 10 ** -scale + 0 : rounded(product, 10 ** scale);
  return roundedExactly(BigInt(quantity.digits) * BigInt(price.digits), scale);
}

function rounded(product: number, unit: number): number {
  const size = Math.abs(product);
  const rest = size % unit;
  const units = (size - rest) / unit + (rest * 2 >= unit ? 1 : 0);
  return product < 0 && units > 0 ? -units : units;
}

function roundedExactly(product: bigint, scale: number): number {
  if (scale <= 0) return Number(product * 10n ** BigInt(-scale));
  const unit = 10n ** BigInt(scale);
  const size = product < 0n ? -product : product;
  const units = (size + unit / 2n) / unit;
  return Number(product < 0n ? -units : units);
}

/**
 * Which decimal sign a column of numbers uses, by the numbers that can be read one way only: "12,5" and "1.234,00" have
 * a comma, "0.125" and "1,234.00" a point. "1,234" alone says nothing; a point is assumed when nothing says otherwise.
 */
export function decimalSignOf(samples: Iterable<string>): DecimalSign {
  let commas = 0;
  let points = 0;
  for (const text of samples) {
    const point = readDecimal(text, ".") !== undefined;
    const comma = readDecimal(text, ",") !== undefined;
    if (comma && !point) commas++;
    if (point && !comma) points++;
  }
  return commas > points ? "," : ".";
}
