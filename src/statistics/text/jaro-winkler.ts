/**
 * How alike are two words, from 0 to 1, when their beginnings count most?
 *
 *   J = (c/|a| + c/|b| + (c − t)/c) / 3        JW = J + 0.1 · p · (1 − J), only for J > 0.7
 *
 * c letters are common within a window of max(0, ⌊max(|a|,|b|)/2⌋ − 1), t is half of those out of order, p the length of
 * the common beginning, at most 4 (Jaro 1989, Winkler 1990). Symmetric. Two empty words are alike. Counts UTF-16 units.
 */
export function jaroWinkler(a: string, b: string): number {
  const jaro = jaroSimilarity(a, b);
  return jaro > 0.7 ? jaro + 0.1 * commonBeginning(a, b) * (1 - jaro) : jaro;
}

function jaroSimilarity(a: string, b: string): number {
  if (a === b) return 1;
  const window = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const taken = new Uint8Array(b.length);
  const fromA = [...commonLetters(a, b, window, taken)];
  if (fromA.length === 0) return 0;
  const fromB = b.split("").filter((_, j) => taken[j]);
  const common = fromA.length;
  const outOfOrder = fromA.filter((letter, i) => letter !== fromB[i]).length / 2;
  return (common / a.length + common / b.length + (common - outOfOrder) / common) / 3;
}

function* commonLetters(a: string, b: string, window: number, taken: Uint8Array): Generator<string> {
  for (let i = 0; i < a.length; i++) {
    const end = Math.min(b.length, i + window + 1);
    for (let j = Math.max(0, i - window); j < end; j++) {
      if (taken[j] || a[i] !== b[j]) continue;
      taken[j] = 1;
      yield a[i]!;
      break;
    }
  }
}

function commonBeginning(a: string, b: string): number {
  let length = 0;
  while (length < 4 && length < a.length && a[length] === b[length]) length++;
  return length;
}
