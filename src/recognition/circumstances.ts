import type { SourceRank } from "../customers/index.ts";
import type { Actor } from "../foundation/context.ts";
import type { Catalogue, Place } from "../touchpoints/index.ts";
import type { Employee, OnShift } from "./memory.ts";

/** Where, when and for whom the card is made, and what is remembered of the business. */
export type Circumstances = {
  readonly now: Date;
  /** Undefined where nobody said: then the place of the last visit stands in for the clock on the wall. */
  readonly place: Place | undefined;
  readonly actor: Actor;
  readonly catalogue: Catalogue;
  readonly staff: ReadonlyMap<string, Employee>;
  readonly onShift: OnShift;
  readonly rank: SourceRank;
};
