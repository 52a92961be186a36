import { jaroWinkler, osaDistance } from "../../src/statistics/text/index.ts";

/**
 * The straightforward way: rows as lists of strings, pair by pair, field by field, no dictionary, no bounds, no memory of
 * what was compared before. Four levels a field; the weights do not matter for the time.
 */
export function plainWeight(a: readonly string[], b: readonly string[], dates: ReadonlySet<number>): number {
  let weight = -20;
  for (let field = 0; field < a.length; field++) {
    const [x, y] = [a[field]!, b[field]!];
    if (x === "" || y === "") continue;
    if (x === y) weight += 9;
    else if (dates.has(field)) weight += bySlips(osaDistance(x, y));
    else weight += byLikeness(jaroWinkler(x, y));
  }
  return weight;
}

function bySlips(slips: number): number {
  return slips <= 1 ? 5 : slips === 2 ? 1 : -4;
}

function byLikeness(likeness: number): number {
  return likeness >= 0.92 ? 6 : likeness >= 0.8 ? 2 : -5;
}
