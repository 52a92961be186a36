/** For every comparison the chance of each level, by number; level 0, missing, has none. */
export type Chances = readonly Float64Array[];

/** One sort of pairs, one person's or relatives': how often its records agree at each level, and its share of all pairs. */
export type Sort = { readonly chances: Chances; readonly share: number };
