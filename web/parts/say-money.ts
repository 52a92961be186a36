/** Minor units as people read them: "€12", "€4.50", "¥300". */
export function sayMoney(minor: number, currency: string): string {
  const digits =
    new Intl.NumberFormat("en-GB", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
  const value = minor / 10 ** digits;
  const minimumFractionDigits = Number.isInteger(value) ? 0 : digits;
  return new Intl.NumberFormat("en-GB", { style: "currency", currency, minimumFractionDigits }).format(value);
}

/** "1", "41", "1,204". */
export function sayCount(count: number): string {
  return new Intl.NumberFormat("en-GB").format(count);
}

/** "1 visit", "41 visits". */
export function sayMany(count: number, one: string, many = `${one}s`): string {
  return `${sayCount(count)} ${count === 1 ? one : many}`;
}
