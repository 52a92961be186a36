import { blocksOf, pairsIn } from "./blocks.ts";
import type { Feature } from "./features.ts";
import type { Sort } from "./chances.ts";

/**
 * Two features that records of different people share together more often than their levels apart would say: a city and its
 * postcode, a surname and a street in families. Chances of [neither, only the second, only the first, both].
 */
export type Tie = { readonly a: Feature; readonly b: Feature; readonly u: Four; readonly m: Four };
export type Four = readonly [number, number, number, number];

/** What a tie multiplies the odds by in each of the four cases: how much more often together than apart, m over u. */
export function tieFactors({ u, m }: Tie): Four {
  const [mine, theirs] = [togetherness(m), togetherness(u)];
  return mine.map((more, i) => more / theirs[i]!) as unknown as Four;
}

function togetherness(four: Four): number[] {
  const [neither, onlyB, onlyA, both] = four;
  const sum = neither + onlyB + onlyA + both;
  const a = (onlyA + both) / sum;
  const b = (onlyB + both) / sum;
  return [
    neither / sum / ((1 - a) * (1 - b)),
    onlyB / sum / ((1 - a) * b),
    onlyA / sum / (a * (1 - b)),
    both / sum / (a * b),
  ];
}

function independent(a: number, b: number): Four {
  return [(1 - a) * (1 - b), (1 - a) * b, a * (1 - b), a * b];
}

/** How often any two records share one column's value, and two columns' values, counted over all pairs of a sample. */
export type Sharing = { readonly alone: readonly number[]; readonly both: ReadonlyMap<string, number> };

const sampled = 1 << 16;
const pairsToTell = 20;

export function sharingIn(features: readonly Feature[], columns: readonly Int32Array[]): Sharing {
  const count = columns[0]?.length ?? 0;
  const step = Math.max(1, count / sampled);
  const some = Int32Array.from({ length: Math.min(count, sampled) }, (_, i) => Math.floor(i * step));
  const share = (lists: readonly Int32Array[]): number => {
    const known = some.reduce((sum, r) => sum + Number(lists.every((list) => list[r] !== 0)), 0);
    const shared = pairsIn(blocksOf(lists, some));
    return shared < pairsToTell ? 0 : shared / ((known * (known - 1)) / 2);
  };
  const both = new Map<string, number>();
  const alone = features.map(({ column }) => share([columns[column]!]));
  for (const [i, a] of features.entries()) {
    for (const [j, b] of features.entries()) {
      if (j <= i || a.comparison === b.comparison || alone[i] === 0 || alone[j] === 0) continue;
      both.set(`${i} ${j}`, share([columns[a.column]!, columns[b.column]!]));
    }
  }
  return { alone, both };
}

const muchMore = 2;
/** How many pairs are one person is known to a few hundredths only; what is left of a small difference is no tie. */
const doubtful = 0.3;

/**
 * The strongest ties that form no ring (Chow and Liu 1968), so that each feature's chance hangs on one other at most.
 * Pairs of one person, the first of `sorts`, and of relatives share nearly everything and are taken off first.
 */
export function tiesAmong(features: readonly Feature[], { alone, both }: Sharing, sorts: readonly Sort[]): Tie[] {
  const own = sorts.map(({ chances, share }) => ({
    share,
    of: features.map(({ comparison, states }) => sharedBy(chances[comparison]!, states)),
  }));
  const rest = own.reduce((left, { share }) => left - share, 1);
  const theirs = (each: (of: readonly number[]) => number): number =>
    own.reduce((sum, { share, of }) => sum + share * each(of), 0);
  const others = alone.map((share, i) => Math.max(0, (share - theirs((of) => of[i]!)) / rest));
  const found = [...both].flatMap(([pair, share]) => {
    const [i, j] = pair.split(" ").map(Number) as [number, number];
    // Records of one person share both at most as often as either: what may be theirs is never called a tie.
    const together = (share - theirs((of) => Math.min(of[i]!, of[j]!))) / rest;
    const [a, b] = [others[i]!, others[j]!];
    if (a <= 0 || b <= 0 || together < Math.max(muchMore * a * b, doubtful * theirs((of) => of[i]! * of[j]!)))
      return [];
    const most = Math.min(together, 0.999 * a, 0.999 * b);
    const u: Four = [1 - a - b + most, b - most, a - most, most];
    const m = independent(own[0]!.of[i]!, own[0]!.of[j]!);
    return [{ a: features[i]!, b: features[j]!, u, m, says: most * Math.log2(most / (a * b)) }];
  });
  found.sort((x, y) => y.says - x.says);
  return withoutRings(found);
}

function sharedBy(chances: Float64Array, states: readonly number[]): number {
  let [shared, known] = [0, 0];
  chances.forEach((chance, level) => {
    if (states[level] !== 2) known += chance;
    if (states[level] === 1) shared += chance;
  });
  return Math.min(0.999, shared / known);
}

function withoutRings(ties: readonly Tie[]): Tie[] {
  const tree = new Map<number, number>();
  const treeOf = (comparison: number): number => {
    const next = tree.get(comparison) ?? comparison;
    return next === comparison ? comparison : treeOf(next);
  };
  return ties.filter(({ a, b }) => {
    const [x, y] = [treeOf(a.comparison), treeOf(b.comparison)];
    tree.set(x, y);
    return x !== y;
  });
}

/** Which of the four cases a pair is in, or undefined when one feature cannot be told. */
export function caseOf({ a, b }: Tie, levelA: number, levelB: number): number | undefined {
  const [x, y] = [a.states[levelA]!, b.states[levelB]!];
  return x === 2 || y === 2 ? undefined : 2 * x + y;
}
