import { levelsOf, type Comparison } from "./comparison.ts";
import type { Chances } from "./chances.ts";

/*
 * Two people of one household share a surname, an address and a telephone, and nothing else. To a model that knows only
 * "one person" and "strangers" they look like one person, and families are merged. So there is a third sort of pairs:
 * relatives share what relatives share about as often as one person does, and all else as strangers do.
 */

/** Chances of each level among relatives, and the share of pairs that are relatives. */
export type Related = { readonly h: Chances; readonly prior: number };

/** Levels of two parts at which the second is shared: relatives share it, and the first as strangers do. */
const secondShared = new Set([1, 3, 4, 8, 10]);

export function relatedAtFirst(comparisons: readonly Comparison[], m: Chances, u: Chances): Chances {
  return comparisons.map((comparison, c) => {
    const share = comparison.relatives ?? 0;
    const mixed = m[c]!.map((chance, l) => share * chance + (1 - share) * u[c]![l]!);
    return isOwnFirst(comparison) ? ownFirst(u[c]!, 0.7) : mixed;
  });
}

/** Among relatives, from how often each level was met: what is their own stays as among strangers. */
export function relatedLevels(
  { kind, relatives = 0 }: Comparison,
  counted: Float64Array,
  u: Float64Array,
): Float64Array {
  if (relatives === 0) return u;
  counted[0] = 0;
  const sum = counted.reduce((a, b) => a + b, 0);
  if (sum === 0) return u;
  if (!isOwnFirst({ kind, relatives })) return counted.map((count) => count / sum);
  return ownFirst(u, counted.reduce((shared, count, l) => shared + (secondShared.has(l) ? count : 0), 0) / sum);
}

/** A forename and a surname: the first part is a person's own. Two parts that relatives share as a whole are an address. */
export function isOwnFirst({ kind, relatives = 0 }: Pick<Comparison, "kind" | "relatives">): boolean {
  return kind === "twoParts" && relatives < 1;
}

const differMost = 0.4;

/**
 * One person's own things, a birth date or a forename, do not differ altogether in most of their records. Where that is
 * learned nevertheless, relatives are taken for one person because there is hardly anybody twice. In place.
 */
export function keepOwn(comparison: Comparison, counted: Float64Array): void {
  if ((comparison.relatives ?? 0) > 0 && !isOwnFirst(comparison)) return;
  const differing = Array.from(counted, (_, l) => isDiffering(comparison, l));
  const sum = (which: boolean): number =>
    counted.reduce((all, count, l) => all + (l > 0 && differing[l] === which ? count : 0), 0);
  const most = (differMost / (1 - differMost)) * sum(false);
  const scale = Math.min(1, most / sum(true));
  for (let l = 1; l < counted.length; l++) if (differing[l]) counted[l]! *= scale;
}

function isDiffering({ kind }: Comparison, level: number): boolean {
  if (kind === "twoParts") return level === 10 || level === 14;
  return level >= levelsOf[kind].length - (kind === "dates" ? 3 : 1);
}

function ownFirst(u: Float64Array, share: number): Float64Array {
  const usual = u.reduce((sum, chance, l) => sum + (secondShared.has(l) ? chance : 0), 0);
  const within = Math.min(0.98, Math.max(0.02, share));
  return u.map((chance, l) =>
    secondShared.has(l) ? (within * chance) / usual : ((1 - within) * chance) / (1 - usual),
  );
}
