import type { Records } from "./records.ts";
import { countsIn } from "./records.ts";

/** Whatever is the rarest or the commonest counts no more than this many bits beyond the usual. */
const bitsMax = 8;

/**
 * What it is worth that two records share this very value, beyond sharing any: log2(u / f), with
 *
 *   u = chance that two records of different people share a value      f = share of other people's records with this one
 *
 * A value that only one person's own records have would seem to be infinitely rare: their expected number, `own`, is taken
 * off, and half a record of somebody else is always there.
 */
export function rarityIn(records: Records, column: number, own: number): Float32Array {
  const counts = countsIn(records, column);
  counts[0] = 0;
  let [known, most] = [0, 0];
  for (let v = 1; v < counts.length; v++) [known, most] = [known + counts[v]!, Math.max(most, counts[v]!)];
  const others = (count: number): number => Math.max(count - own, 0.5) / Math.max(1, known);
  // Chance that a pair shares a value by chance: values weigh by how often they are drawn.
  let usual = 0;
  for (let v = 1; v < counts.length; v++) usual += (counts[v]! / known) * others(counts[v]!);
  const bits = Float32Array.from({ length: most + 1 }, (_, count) =>
    Math.max(-bitsMax, Math.min(bitsMax, Math.log2(usual / others(count)))),
  );
  const rarities = new Float32Array(counts.length);
  for (let v = 1; v < counts.length; v++) rarities[v] = bits[counts[v]!]!;
  return rarities;
}
