const units = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
] as const;

/** "1 hour 5 minutes": the two largest units that are not nothing. */
export function inWords(seconds: number): string {
  const parts: string[] = [];
  let left = Math.round(Math.abs(seconds));
  for (const [unit, size] of units) {
    const n = Math.floor(left / size);
    left -= n * size;
    if (n > 0) parts.push(counted(n, unit));
  }
  return parts.slice(0, 2).join(" ") || "no time";
}

export function counted(n: number, thing: string): string {
  return `${n} ${thing}${n === 1 ? "" : "s"}`;
}
