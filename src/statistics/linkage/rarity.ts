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
export function raritiesIn(records: Records, columns: readonly number[], own: number): Float32Array[] {
  return columns.map((column) => {
    const counts = countsIn(records, column);
    const others = counts.map((count, value) => (value === 0 ? 0 : count));
    const known = others.reduce((a, b) => a + b, 0);
    const frequency = Float64Array.from(others, (count) => Math.max(count - own, 0.5) / Math.max(1, known));
    // Chance that the partner of a pair that shares a value by chance shares it: values weigh by how often they are drawn.
    const usual = others.reduce((sum, count, value) => sum + (count / Math.max(1, known)) * frequency[value]!, 0);
    return Float32Array.from(frequency, (share, value) =>
      value === 0 ? 0 : Math.max(-bitsMax, Math.min(bitsMax, Math.log2(usual / share))),
    );
  });
}
