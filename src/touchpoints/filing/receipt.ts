import type { Pieces } from "./piece.ts";

/** Where a message stands in the tables. */
export type Filed = { readonly identity: string; readonly at: Date; readonly id: string };

/** What is known of a message: where it stands, which version of it, and who takes it back. */
export type Receipt = {
  readonly id: string;
  readonly filed: Filed | null;
  readonly version: number;
  readonly content: string | null;
  readonly parts: Pieces | null;
  readonly cancels: string | null;
  readonly cancelledBy: readonly string[];
};
