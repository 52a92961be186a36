/**
 * Where a table's rows live once one machine is not enough.
 * - distributed: by the hash of a column. Tables of one group keep equal values together, so they can be joined on it.
 * - reference: a whole copy on every machine. For what is small and rarely written.
 * - local: on the coordinator only.
 */
export type Placement =
  | { readonly kind: "distributed"; readonly column: string; readonly group: string }
  | { readonly kind: "reference" }
  | { readonly kind: "local" };

/** Every table of ours, by name. Within a group a table stands after those it refers to. */
export type Manifest = Readonly<Record<string, Placement>>;

export const reference: Placement = { kind: "reference" };
export const local: Placement = { kind: "local" };

export function distributed(column: string, group: string): Placement {
  return { kind: "distributed", column, group };
}
