// ISO 4217, list one: every other currency has two decimals. Intl follows another list, which rounds Iraqi dinars away.
const decimals: Readonly<Record<string, number>> = {
  ...sharing(0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"),
  ...sharing(3, "BHD IQD JOD KWD LYD OMR TND"),
  ...sharing(4, "CLF UYW"),
};

const names = new Intl.DisplayNames("en", { type: "currency", fallback: "none" });
const known = new Map<string, boolean>();

/** How many decimals the minor unit of a currency has: 2 for EUR, 0 for JPY, 3 for KWD. */
export function decimalsOf(currency: string): number {
  return Object.hasOwn(decimals, currency) ? decimals[currency]! : 2;
}

/** Three capital letters that name a currency. */
export function isCurrency(code: string): boolean {
  if (!/^[A-Z]{3}$/.test(code)) return false;
  const answer = known.get(code) ?? names.of(code) !== undefined;
  known.set(code, answer);
  return answer;
}

function sharing(count: number, codes: string): Record<string, number> {
  return Object.fromEntries(codes.split(" ").map((code) => [code, count]));
}
