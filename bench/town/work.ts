import type pg from "pg";
import type { Share, Town } from "../../src/town/index.ts";
import type { ArrivingItem } from "../../src/touchpoints/catalogue/name-items.ts";

/** What one of several processes does of a town that is filed. */
export type Work = {
  readonly connection: pg.PoolConfig;
  /** In hexadecimal digits. */
  readonly key: string;
  readonly region: string;
  readonly town: Town;
  readonly share: Share;
};

export type Progress =
  { readonly touches: number; readonly residents: number } | { readonly sold: readonly ArrivingItem[] };

/** Where rows lie between being made and being put in order. */
export const heap = "filling";
