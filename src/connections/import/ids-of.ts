import type { Ids } from "../../customers/index.ts";
import type { Cells, Fields } from "./cells.ts";
import { identifiers, type Identifier } from "./fields.ts";
import { allStated, firstStated } from "./merge.ts";

/** What one row states of who it is about, in the order of `identifiers`. */
export type StatedIds = Readonly<Partial<Record<Identifier, string>>>;

/** A reader of a row's identifiers; columns that are not there cost nothing. */
export function identifiersIn(cells: Cells): (fields: Fields) => StatedIds {
  const readers = identifiers.filter((kind) => cells.has(kind)).map((kind) => [kind, cells.identifier(kind)] as const);
  return (fields) => {
    const stated: Partial<Record<Identifier, string>> = {};
    for (const [kind, read] of readers) {
      const value = read(fields);
      if (value !== "") stated[kind] = value;
    }
    return stated;
  };
}

/**
 * What the rows of one message state together. A person has several addresses and telephones, and all are taken; of
 * the others a message states one.
 */
export function idsOf(rows: readonly { readonly at: number | undefined; readonly ids: StatedIds }[]): Ids {
  const stated: Record<string, string | readonly string[]> = {};
  for (const kind of identifiers) {
    const value = firstStated(rows, ({ ids }) => ids[kind]);
    if (value !== undefined) stated[nameOf[kind]] = hasSeveral(kind) ? allOf(kind, rows) : value;
  }
  return stated;
}

const nameOf: Readonly<Record<Identifier, keyof Ids>> = {
  customer: "userId", loyalty: "loyalty", email: "email", phone: "phone", card: "card", booking: "booking", device: "device",
}; // prettier-ignore

function hasSeveral(kind: Identifier): boolean {
  return kind === "email" || kind === "phone";
}

function allOf(kind: Identifier, rows: readonly { readonly ids: StatedIds }[]): string | readonly string[] {
  const values = allStated(rows.map(({ ids }) => ids[kind]));
  return values.length === 1 ? values[0]! : values;
}
