export type ClusterScore = {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly wrong: number;
  readonly missed: number;
};

/** Pairs that a clustering puts together, against those that belong together. */
export function scoreClusters(found: ArrayLike<number | string>, truth: ArrayLike<number | string>): ClusterScore {
  const [mine, theirs, both] = [new Map<unknown, number>(), new Map<unknown, number>(), new Map<unknown, number>()];
  for (let i = 0; i < found.length; i++) {
    count(mine, found[i]);
    count(theirs, truth[i]);
    count(both, `${found[i]} ${truth[i]}`);
  }
  const [together, belong, right] = [pairs(mine), pairs(theirs), pairs(both)];
  return {
    precision: right / together,
    recall: right / belong,
    f1: (2 * right) / (together + belong),
    wrong: together - right,
    missed: belong - right,
  };
}

function count(counts: Map<unknown, number>, key: unknown): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function pairs(counts: ReadonlyMap<unknown, number>): number {
  let sum = 0;
  for (const size of counts.values()) sum += (size * (size - 1)) / 2;
  return sum;
}
