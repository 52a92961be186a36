/**
 * Which words might lie within a few slips of this one? Two words within d slips of each other share a string that is
 * left when up to d letters are deleted from each. So every known word is filed under all that is left of it, and a
 * question looks where all that is left of its own word leads (Garbe's symmetric deletion, 2012).
 *
 * Only the first 7 letters take part: at most 1 + 7 + 21 = 29 strings a word for two slips, however long it is.
 * The strings are hashed, so a hit is a candidate only: verify it with osaDistance. No pair within d slips is missed.
 */
export function deletionHashes(word: string, deletions: 0 | 1 | 2): number[] {
  const length = Math.min(word.length, 7);
  const hashes = [hashWithout(word, length, -1, -1)];
  for (let i = 0; deletions > 0 && i < length; i++) {
    hashes.push(hashWithout(word, length, i, -1));
    for (let j = i + 1; deletions > 1 && j < length; j++) hashes.push(hashWithout(word, length, i, j));
  }
  return hashes;
}

// FNV-1a over UTF-16 units, skipping two places, with a last stir so that every bit counts.
function hashWithout(word: string, length: number, first: number, second: number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < length; i++) {
    if (i === first || i === second) continue;
    hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
