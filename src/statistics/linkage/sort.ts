import type { Chances } from "./expectation-maximisation.ts";

/** One sort of pairs: how often its records agree at each level, and its share of all pairs. */
export type Sort = { readonly chances: Chances; readonly share: number };
