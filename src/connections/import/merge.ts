/** A row with the time that weighs what it says. */
type Timed = { readonly at: number | undefined };

/** The value of the smallest time, then the smallest value: the same whatever the order of the rows. */
export function firstStated<Row extends Timed, Value extends string | number>(
  rows: readonly Row[],
  pick: (row: Row) => Value | undefined,
): Value | undefined {
  let best: Value | undefined;
  let bestAt = Infinity;
  for (const row of rows) {
    const value = pick(row);
    const at = row.at ?? Infinity;
    if (value === undefined || at > bestAt) continue;
    if (best === undefined || at < bestAt || value < best) best = value;
    bestAt = at;
  }
  return best;
}

export function smallest<Row>(rows: readonly Row[], pick: (row: Row) => number | undefined): number | undefined {
  let least: number | undefined;
  for (const row of rows) {
    const value = pick(row);
    if (value !== undefined && (least === undefined || value < least)) least = value;
  }
  return least;
}

export function largest<Row>(rows: readonly Row[], pick: (row: Row) => number | undefined): number | undefined {
  const least = smallest(rows, (row) => negative(pick(row)));
  return negative(least);
}

function negative(value: number | undefined): number | undefined {
  return value === undefined ? undefined : -value;
}

/** All that was stated, each once, in the order of the alphabet. */
export function allStated(values: Iterable<string | undefined>): string[] {
  return [...new Set(values)].filter((value) => value !== undefined).sort();
}
