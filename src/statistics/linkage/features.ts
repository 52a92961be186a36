import type { Comparison } from "./comparison.ts";

/** Something that two records either share or do not: a whole comparison, or one part of a comparison of two parts. */
export type Feature = {
  readonly comparison: number;
  /** The column whose values are the same when it is shared. */
  readonly column: number;
  /** For each level of the comparison: 0 not shared, 1 shared, 2 cannot be told. */
  readonly states: readonly number[];
};

const wholeStates = [2, 1, 0, 0, 0, 0, 0, 0, 0];
// prettier-ignore
const partStates = {
  first:  [2, 1, 0, 0, 0, 1, 0, 0, 2, 1, 0, 1, 0, 0, 0],
  second: [2, 1, 0, 1, 1, 0, 0, 0, 1, 2, 1, 0, 0, 0, 0],
} as const;

export function featuresOf(comparisons: readonly Comparison[]): Feature[] {
  return comparisons.flatMap(({ kind, columns }, comparison): Feature[] => {
    if (kind !== "twoParts") return [{ comparison, column: columns[0]!, states: wholeStates }];
    const [first, second] = columns as [number, number];
    return [
      { comparison, column: first, states: partStates.first },
      { comparison, column: second, states: partStates.second },
    ];
  });
}
