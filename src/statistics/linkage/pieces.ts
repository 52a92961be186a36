import type { Layout } from "./blocks.ts";
import type { AnyPairs } from "./errands.ts";

/** So many pairs are a piece of work. Not a function of the number of threads, or results would be. */
const pairsOfPiece = 200_000;

/** Blocks of a rule in pieces, when a share of them is gone through. */
export function piecesOf({ starts }: Layout, share: number): { from: number; to: number }[] {
  const pieces = [];
  const end = starts.length - 1;
  let [from, pairs] = [1, 0];
  for (let block = 1; block < end; block++) {
    const size = starts[block + 1]! - starts[block]!;
    pairs += (share * size * (size - 1)) / 2;
    if (pairs < pairsOfPiece && block < end - 1) continue;
    pieces.push({ from, to: block + 1 });
    [from, pairs] = [block + 1, 0];
  }
  return pieces;
}

export function piecesOfAny(count: number, isEvery: boolean): AnyPairs[] {
  const pieces = Math.ceil(count / pairsOfPiece);
  return Array.from({ length: pieces }, (_, i) => {
    const [from, to] = [i * pairsOfPiece, Math.min(count, (i + 1) * pairsOfPiece)];
    return { what: "any pairs", from, to, isEvery };
  });
}
