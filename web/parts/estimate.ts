import type { LedgerFigure } from "../../src/touchpoints/ledger/contract.ts";

/** A share with its interval and how many it rests on, or why none is given. */
export type EstimateOrNot = LedgerFigure["share"];
export type Estimate = Extract<EstimateOrNot, { value: number }>;
