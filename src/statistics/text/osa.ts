/**
 * How many slips of the finger lie between two words? Insert, delete, replace one letter, or swap two neighbours: one each.
 *
 * The optimal string alignment distance: no part is edited twice, so "ca" to "abc" is 3. Symmetric, but no metric
 * (the triangle inequality fails). Hyyrö's bit-parallel recurrence (2003) with the pattern's positions as the bits of one
 * 32-bit integer, so a column of the table costs a dozen operations. Counts UTF-16 units. Longer words take the plain table.
 * Checked against the plain table on random pairs: osa.test.ts
 */
export function osaDistance(a: string, b: string): number {
  if (a === b) return 0;
  const [pattern, text] = a.length <= b.length ? [a, b] : [b, a];
  if (pattern.length === 0) return text.length;
  return pattern.length <= 32 ? inOneWord(pattern, text) : plainOsaDistance(a, b);
}

// Positions of every letter in the pattern at hand; all zero between two calls.
const positions = new Int32Array(65536);

function inOneWord(pattern: string, text: string): number {
  for (let i = 0; i < pattern.length; i++) positions[pattern.charCodeAt(i)]! |= 1 << i;
  const top = 1 << (pattern.length - 1);
  let vp = -1;
  let vn = 0;
  let d0 = 0;
  let before = 0;
  let distance = pattern.length;
  for (let i = 0; i < text.length; i++) {
    const here = positions[text.charCodeAt(i)]!;
    const swapped = ((~d0 & here) << 1) & before;
    d0 = (((here & vp) + vp) ^ vp) | here | vn | swapped;
    let hp = vn | ~(d0 | vp);
    let hn = d0 & vp;
    if (hp & top) distance++;
    if (hn & top) distance--;
    hp = (hp << 1) | 1;
    hn <<= 1;
    vp = hn | ~(d0 | hp);
    vn = hp & d0;
    before = here;
  }
  for (let i = 0; i < pattern.length; i++) positions[pattern.charCodeAt(i)] = 0;
  return distance;
}

/** The same by its definition, one table cell after the other. For words beyond 32 letters, and to check against. */
export function plainOsaDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      row[j] = Math.min(last[j]! + 1, row[j - 1]! + 1, replaced);
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j]!, beforeLast[j - 2]! + 1);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}
