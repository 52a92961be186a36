import { levelOf } from "./levels-of-pair.ts";
import { placesIn, type Records } from "./records.ts";

/** Writes into `levels` at which levels two records agree, given where their rows begin; then, if asked, which keys agree. */
export type Compare = (a: number, b: number, levels: Uint8Array) => void;

export function comparing(records: Records): Compare {
  const each = records.comparisons.map((comparison) => levelOf(records, comparison));
  return (a, b, levels) => {
    for (let c = 0; c < each.length; c++) levels[c] = each[c]!(a, b);
  };
}

/** For each key: 0 where one has none, 1 agree, 2 do not; behind the levels. */
export function comparingKeys(records: Records): Compare {
  const { rows, keys, comparisons } = records;
  const { key } = placesIn(records);
  return (a, b, levels) => {
    for (let k = 0; k < keys; k++) {
      const [x, y] = [rows[a + key + k]!, rows[b + key + k]!];
      levels[comparisons.length + k] = x === 0 || y === 0 ? 0 : x === y ? 1 : 2;
    }
  };
}
